import { isLate } from '#core/duties/duty-now.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { type Choice, Select } from '#http/layout/form.tsx'
import type { DutyShown } from '#store/duties/read-duties.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { dayText, shortMoment, staffZone } from '../times.ts'
import { answersWords, type WhoThereIs } from './owner-form.tsx'
import { dutyName, owedSaid, timesWords } from './said.ts'

interface Shown {
  readonly duties: readonly DutyShown[]
  readonly who: WhoThereIs
  readonly now: Instant
}

/** What is due within this many days stands apart from what has time. */
const soonDays = 28

/** Every duty by when it is due: what is overdue first, then what comes soon, and those owed on cases and by staff last. */
export function DutyList({ duties, who, now }: Shown): Raw {
  const owed = duties
    .filter(({ owed: one }) => one !== undefined)
    .toSorted((a, b) => (a.owed?.keepsUntil ?? 0) - (b.owed?.keepsUntil ?? 0))
  const late = owed.filter((duty) => isLate(duty.owed, now))
  const soon = owed.filter(
    (duty) => !late.includes(duty) && (duty.owed?.keepsUntil ?? 0) <= now + soonDays * utcDay,
  )
  const later = owed.filter((duty) => !late.includes(duty) && !soon.includes(duty))
  const onCases = duties.filter(({ onCases: counts }) => counts !== undefined)
  const nothing = duties.filter((duty) => duty.owed === undefined && !onCases.includes(duty))
  return (
    <>
      <Part title="Overdue" duties={late} who={who} now={now} />
      <Part title="Due in the next four weeks" duties={soon} who={who} now={now} />
      <Part title="Later" duties={later} who={who} now={now} />
      <Part title="On cases and by staff" duties={onCases} who={who} now={now} />
      <Part title="Nothing owed now" duties={nothing} who={who} now={now} />
    </>
  )
}

function Part({ title, duties, who, now }: Shown & { readonly title: string }): Raw {
  if (duties.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">{`${title} (${duties.length})`}</h2>
      <ul class="govuk-list govuk-list--spaced casework">
        {duties.map((duty) => (
          <li>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              <a class="govuk-link" href={local`/duties/${duty.promise.id}`}>
                {dutyName(duty)}
                <span class="govuk-visually-hidden">{` ${duty.promise.id}`}</span>
              </a>
            </h3>
            <HowItStands duty={duty} now={now} />
            <p class="govuk-body-s govuk-!-margin-bottom-1">{factsOf(duty, who).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The clock of what is owed; of a duty on cases, how many there are, with the list of them. */
export function HowItStands({ duty, now }: { readonly duty: DutyShown; readonly now: Instant }): Raw {
  const { promise, owed, onCases } = duty
  if (owed !== undefined) return <ClockLine clock={owedSaid(owed, now)} says={promise.promise} now={now} />
  if (onCases === undefined)
    return <p class="govuk-body-s govuk-!-margin-bottom-1">{`${nothingOwed(duty)} ${promise.promise}`}</p>
  return (
    <p class="clock-line">
      {onCases.overdue > 0 && <strong class="govuk-tag govuk-tag--red">Overdue</strong>}{' '}
      <CasesLink duty={duty} onCases={onCases} now={now} />{' '}
      <span class="clock-promise">{promise.promise}</span>
    </p>
  )
}

function CasesLink({
  duty: { promise, sort },
  onCases: { open, overdue, nextAt },
  now,
}: {
  readonly duty: DutyShown
  readonly onCases: NonNullable<DutyShown['onCases']>
  readonly now: Instant
}): Raw {
  const href = sort === 'on each case' ? local`/cases?promise=${promise.id}&state=open` : local`/training`
  const next = nextAt === null ? '' : `, the next due ${shortMoment(nextAt, now).replace(/ at .*$/, '')}`
  return (
    <strong>
      <a class="govuk-link" href={href}>
        {`${open} running, ${overdue} overdue`}
      </a>
      {next}
    </strong>
  )
}

function nothingOwed({ sort, evidence, times }: DutyShown): string {
  if (sort === 'once' && evidence.length > 0) return 'Done.'
  if (times !== undefined) return 'Done as often as is due so far.'
  return 'Nothing has happened so far that makes it due.'
}

function factsOf(duty: DutyShown, who: WhoThereIs): readonly string[] {
  const [last] = duty.evidence
  const times = timesWords(duty)
  const shows = duty.onCases !== undefined
  return [
    duty.promise.id,
    duty.often,
    ...(times === undefined ? [] : [times]),
    ...(shows
      ? []
      : [last === undefined ? 'never recorded as done' : `last done ${dayText(staffZone.dayOf(last.at))}`]),
    answersWords(duty.owner, who),
  ]
}

/** Chooses whose duties are shown. */
export function WhoseForm({
  who,
  chosen,
  hasOwn,
}: {
  readonly who: WhoThereIs
  readonly chosen: string
  readonly hasOwn: boolean
}): Raw {
  const choices: readonly Choice[] = [
    { value: '', label: 'Everybody' },
    ...(hasOwn ? [{ value: 'mine', label: 'Me or my team' }] : []),
    { value: 'nobody', label: 'Nobody in particular' },
    ...who.teams.filter(({ ended }) => !ended).map(({ id, name }) => ({ value: `team:${id}`, label: name })),
  ]
  return (
    <form method="get" action={local`/duties`} class="kept-months">
      <Select name="answers" label="Who answers for it?" choices={choices} chosen={chosen} />
      <button type="submit" class="govuk-button govuk-button--secondary">
        Show these
      </button>
    </form>
  )
}

/** A line that stands in for a list. */
export function None({ children }: { readonly children: Child }): Raw {
  return <p class="govuk-body">{children}</p>
}
