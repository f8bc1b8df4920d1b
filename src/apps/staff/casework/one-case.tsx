import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { ActsPossible } from '#store/acts/possible-acts.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { pageOfAct } from '../acts/act-pages.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { type CaseworkNames, saidOf, tellWarning } from './lines.ts'

interface Props {
  /** What it is: “Complaint”. */
  readonly what: string
  readonly row: CaseworkRow
  readonly names: CaseworkNames
  /** The acts of its kind that can be done now (`ownActs`). */
  readonly possible: ActsPossible
  readonly now: Instant
  readonly children: Child
}

/** One case of a kind that has a page of its own: what is owed, what is known, what can be done now, and its file. */
export function OneCase({ what, row, names, possible, now, children }: Props): Raw {
  const { case_id: caseId } = row.case
  const warning = tellWarning(row, now)
  const { acts } = possible
  return (
    <>
      <h1 class="govuk-heading-l">{`${what} ${caseId}`}</h1>
      {warning !== undefined && <p class="govuk-inset-text">{warning}</p>}
      <Owed row={row} names={names} now={now} />
      {children}
      {acts.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">What can be done now</h2>
          <div class="govuk-button-group">
            {acts.map(({ type, act }) => (
              <a class="govuk-button govuk-button--secondary" href={pageOfAct(type, caseId)}>
                {act}
              </a>
            ))}
          </div>
        </section>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          Everything that happened in it
        </a>
      </p>
    </>
  )
}

/** Every clock, and what only a rule watches. */
function Owed({ row, names, now }: Pick<Props, 'row' | 'names' | 'now'>): Raw {
  const says = (promise: string) => names.promises.get(promise) ?? promise
  const watched = row.toTell.filter(
    ({ clock }) => !row.clocks.some(({ promise, n }) => promise === clock.promise && n === clock.n),
  )
  return (
    <>
      {row.clocks.map((clock) => (
        <ClockLine clock={clock} says={says(clock.promise)} now={now} />
      ))}
      {watched.map(({ clock, promise }) => (
        <ClockLine clock={saidOf(clock)} says={says(promise)} now={now} />
      ))}
    </>
  )
}
