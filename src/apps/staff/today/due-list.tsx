import type { Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { ClockRow } from '#store/ledger/clock-row.ts'
import type { DueCase } from '#store/today/due-groups.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { shortMoment } from '../times.ts'
import { eventWords, kindWords } from './words.ts'

/** What the rows of a list of due cases need beside the cases. */
export interface AroundDue {
  readonly now: Instant
  /** What each promise says. */
  readonly says: ReadonlyMap<string, string>
  /** The name of whose case it is, by case. */
  readonly names: ReadonlyMap<string, string>
  /** Who has it, where the list is of several people’s work. */
  readonly holders?: ReadonlyMap<string, string> | undefined
}

/** Cases by when they fall due: whose it is, what was promised, when that is due and from when it counts. */
export function DueList({
  due,
  around,
}: {
  readonly due: readonly DueCase[]
  readonly around: AroundDue
}): Raw {
  return (
    <dl class="govuk-summary-list kept-due">
      {due.map((row) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">
            <CaseLink caseId={row.caseId} kind={row.first.kind} name={around.names.get(row.caseId)} />
            <Holder clock={row.first} holders={around.holders} />
          </dt>
          <dd class="govuk-summary-list__value">
            <ClockLine
              clock={row.first}
              says={around.says.get(row.first.promise) ?? row.first.promise}
              now={around.now}
            />
            <Why clock={row.first} more={row.more} now={around.now} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A link to a case: whose it is where that may be shown, its kind, its reference. */
export function CaseLink({
  caseId,
  kind,
  name,
}: {
  readonly caseId: string
  readonly kind: string
  readonly name: string | undefined
}): Raw {
  return (
    <>
      <a class="govuk-link" href={local`/cases/${caseId}`}>
        {name ?? caseId}
        <span class="govuk-visually-hidden">{`: ${kindWords(kind)} ${caseId}`}</span>
      </a>
      <p class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0" aria-hidden="true">
        {name === undefined ? kindWords(kind) : `${kindWords(kind)}, ${caseId}`}
      </p>
    </>
  )
}

function Holder({ clock, holders }: Pick<AroundDue, 'holders'> & { readonly clock: ClockRow }): Raw {
  if (holders === undefined) return <></>
  const name = clock.holder_id === null ? 'nobody' : (holders.get(clock.holder_id) ?? clock.holder_id)
  return <p class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{`Held by ${name}`}</p>
}

/** From when it counts, the working of it, and what else is open in the case. */
function Why({
  clock,
  more,
  now,
}: {
  readonly clock: ClockRow
  readonly more: number
  readonly now: Instant
}): Raw {
  const { case_id: caseId, promise, n, started_by: by, started_at: at } = clock
  return (
    <p class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">
      {`Counted from ${eventWords(by)}, ${shortMoment(at, now)}. `}
      <a class="govuk-link" href={local`/cases/${caseId}/clocks/${promise}/${String(n)}`}>
        Why this date?
        <span class="govuk-visually-hidden">{` ${promise} in ${caseId}`}</span>
      </a>
      {more > 0 && (
        <>
          {' '}
          <a class="govuk-link" href={local`/cases/${caseId}`}>
            {`and ${more} more`}
            <span class="govuk-visually-hidden">{` open in ${caseId}`}</span>
          </a>
        </>
      )}
    </p>
  )
}

/** How many cases are in each part of a list, and the parts: overdue, due today, due by the end of the week. */
export function partsOfDue(due: readonly DueCase[], now: Instant, dayEnds: Instant) {
  const isOverdue = ({ first }: DueCase) => first.outcome !== 'paused' && first.keeps_until < now
  const isToday = ({ first }: DueCase) => first.keeps_until < dayEnds && first.outcome !== 'paused'
  const overdue = due.filter(isOverdue)
  const today = due.filter((row) => !isOverdue(row) && isToday(row))
  const week = due.filter((row) => !isOverdue(row) && !isToday(row))
  return { overdue, today, week }
}

/** A part of a list under its heading, with how many there are; nothing where there are none. */
export function DuePart({
  title,
  due,
  around,
}: {
  readonly title: string
  readonly due: readonly DueCase[]
  readonly around: AroundDue
}): Raw {
  if (due.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">{`${title} (${due.length})`}</h2>
      <DueList due={due} around={around} />
    </>
  )
}
