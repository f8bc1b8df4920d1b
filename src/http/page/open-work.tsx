import { stillOpen } from '#core/promises/attention.ts'
import { numberText } from '#core/promises/percent.ts'
import type { Measured, MeasuredPromise } from '#core/report.ts'
import type { Raw } from '#http/html/raw.ts'
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

function OpenTable({ open }: { readonly open: readonly MeasuredPromise[] }): Raw {
  return (
    <table class="wide">
      <caption>Overdue is counted as missed. Running and paused are not counted yet.</caption>
      <thead>
        <tr>
          <th scope="col">Promise</th>
          {columns.map((name) => (
            <th scope="col" class="number">
              {titles[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {open.map(({ promise, whole }) => (
          <tr>
            <th scope="row">
              <a href={anchor(promiseId(promise.id))}>{promise.id}</a> {promise.promise}
            </th>
            {columns.map((name) => (
              <td class="number">{numberText(whole[name])}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All promises</th>
          {columns.map((name) => (
            <td class="number">{numberText(open.reduce((sum, { whole }) => sum + whole[name], 0))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

const columns = ['overdue', 'running', 'paused'] as const

const titles = { overdue: 'Overdue', running: 'Running', paused: 'Paused' } as const
