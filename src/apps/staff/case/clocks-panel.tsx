import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import type { ClockOfPage } from '#store/case-page/read-case-page.ts'
import { codeInLine } from '../acts/field-words.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { momentText } from '../times.ts'

interface ClocksProps {
  readonly clocks: readonly ClockOfPage[]
  readonly owed: readonly PromiseAsks[]
  readonly now: Instant
}

/** What was promised to the customer in this case, when it is due, and why then. Those that are over are folded. */
export function ClocksPanel({ clocks, owed, now }: ClocksProps): Raw {
  const open = clocks.filter(({ ended_at: ended }) => ended === null)
  const over = clocks.filter(({ ended_at: ended }) => ended !== null)
  return (
    <section data-live="clocks" aria-labelledby="promised-title">
      <h2 class="govuk-heading-m" id="promised-title">
        Promised
      </h2>
      {clocks.length === 0 && <p>No promise with a time runs in this case.</p>}
      <ClockList clocks={open} now={now} />
      <Owed owed={owed} />
      {over.length > 0 && (
        <details class="govuk-details kept-details" open={open.length === 0}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{`Over (${over.length})`}</span>
          </summary>
          <ClockList clocks={over} now={now} />
        </details>
      )}
    </section>
  )
}

function ClockList({ clocks, now }: Omit<ClocksProps, 'owed'>): Raw {
  if (clocks.length === 0) return <></>
  return (
    <ul class="kept-clocks">
      {clocks.map((clock) => (
        <li>
          <ClockLine clock={clock} says={clock.says} now={now} />
          <p class="kept-told">
            {`${clock.promise}. `}
            <a
              class="govuk-link"
              href={local`/cases/${clock.case_id}/clocks/${clock.promise}/${String(clock.n)}`}
            >
              Why this date?
              <span class="govuk-visually-hidden">{` The working of ${clock.promise}, clock ${clock.n}`}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What promises ask for besides times. */
function Owed({ owed }: Pick<ClocksProps, 'owed'>): Raw {
  if (owed.length === 0) return <></>
  return (
    <>
      <h3 class="govuk-heading-s">Still to be done</h3>
      <ul class="kept-clocks">
        {owed.map(({ promise, says, later = [], earlier = [], until }) => (
          <li>
            <p class="clock-line">
              {until !== undefined && <strong>{`By ${momentText(until).replace(/ at 23:59$/, '')} `}</strong>}
              <span class="clock-promise">{says}</span>
            </p>
            <p class="kept-told">{`${promise}. What does it: ${doneBy([...earlier, ...later])}.`}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** “reply sent, call returned or enquiry closed” */
function doneBy(types: readonly string[]): string {
  return types.length === 0 ? 'what is missing above' : any.format(types.map(codeInLine))
}

const any = new Intl.ListFormat('en-GB', { type: 'disjunction' })
