import { stillOpen } from '#core/promises/attention.ts'
import { numberText } from '#core/promises/percent.ts'
import type { Measured, MeasuredPromise } from '#core/report.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { promiseId } from './standing-words.ts'

/** What is still open at the end of the span, promise by promise. */
export function OpenWork({ measured }: { readonly measured: Measured }): Raw {
  const open = stillOpen(measured)
  return (
    <section aria-labelledby="page-open">
      <h2 id="page-open">Running and overdue</h2>
      {open.length === 0 ? <p>Nothing is running, paused or overdue.</p> : <OpenTable open={open} />}
    </section>
  )
}

/**
 * On a narrow screen each row is set as a block, its numbers with their words (class `unit`). Browsers forget what a
 * table is when it is set so; the roles keep it one.
 */
function OpenTable({ open }: { readonly open: readonly MeasuredPromise[] }): Raw {
  const sums = (name: Column) => open.reduce((sum, { whole }) => sum + whole[name], 0)
  return (
    <table class="wide" role="table">
      <caption>Overdue is counted as missed. Running and paused are not counted yet.</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Promise
          </th>
          {columns.map((name) => (
            <th scope="col" role="columnheader" class="number">
              {titles[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {open.map(({ promise, whole }) => (
          <Row count={(name) => whole[name]}>
            <a href={anchor(promiseId(promise.id))}>{promise.id}</a> {promise.promise}
          </Row>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <Row count={sums}>All promises</Row>
      </tfoot>
    </table>
  )
}

function Row({
  count,
  children,
}: {
  readonly count: (name: Column) => number
  readonly children: Child
}): Raw {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {children}
      </th>
      {columns.map((name) => (
        <td class="number" role="cell">
          {numberText(count(name))} <span class="unit">{name}</span>
        </td>
      ))}
    </tr>
  )
}

type Column = (typeof columns)[number]

const columns = ['overdue', 'running', 'paused'] as const

const titles = { overdue: 'Overdue', running: 'Running', paused: 'Paused' } as const
