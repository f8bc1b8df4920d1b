import { capitalised } from '#core/capitalised.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Select } from '#http/layout/form.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { PersonTrained, TrainingDue } from '#store/training/read-training.ts'
import type { WhoThereIs } from '../duties/owner-form.tsx'
import { type ClockSaid, ClockLine } from '../clocks/clock-line.tsx'
import { dayText, staffZone } from '../times.ts'

/** A training that somebody owes, as lines of clocks say it. */
export function dueSaid({ dueOn, keepsUntil }: TrainingDue, now: Instant): ClockSaid {
  return {
    outcome: keepsUntil < now ? 'missed' : 'running',
    due_on: dueOn,
    due_at: dueOn === null ? keepsUntil : null,
    keeps_until: keepsUntil,
    stopped_at: null,
    ended_at: null,
    void_reason: null,
  }
}

/** Whether somebody owes training that was due before now. */
export function isBehind({ due }: PersonTrained, now: Instant): boolean {
  return due.some(({ keepsUntil }) => keepsUntil < now)
}

/** People with what they took last and what they owe next, whoever is overdue first. */
export function PersonList({
  people,
  says,
  now,
}: {
  readonly people: readonly PersonTrained[]
  /** What each promise about training says. */
  readonly says: ReadonlyMap<string, string>
  readonly now: Instant
}): Raw {
  return (
    <ul class="govuk-list govuk-list--spaced casework">
      {people.map((person) => (
        <li>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            <a class="govuk-link" href={local`/training/people/${person.staffId}`}>
              {person.name ?? person.staffId}
            </a>
          </h3>
          {person.due.slice(0, 5).map((due) => (
            <ClockLine clock={dueSaid(due, now)} says={says.get(due.promise) ?? due.promise} now={now} />
          ))}
          <p class="govuk-body-s govuk-!-margin-bottom-1">{factsOf(person, says.size > 0).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}

function factsOf({ record }: PersonTrained, isPromised: boolean): readonly string[] {
  if (record === undefined) return [noRecord(isPromised)]
  const latest = new Map(record.courses.toReversed().map((each) => [each.course, each]))
  return [
    `joined ${dayText(record.joinedOn)}`,
    ...(latest.size === 0 ? ['no course so far'] : []),
    ...[...latest.values()]
      .slice(-6)
      .map(
        ({ course, doneAt }) => `${courseWords(course).toLowerCase()} ${dayText(staffZone.dayOf(doneAt))}`,
      ),
  ]
}

/** A record begins by itself where some promise is about training. */
export function noRecord(isPromised: boolean): string {
  return isPromised ? 'no record so far; one begins tonight' : 'no record so far'
}

/** A course in words: “Customer care”. */
export function courseWords(course: string): string {
  return capitalised(inPlainWords(course))
}

/** Chooses whose training is shown. */
export function WhichForm({
  who,
  team,
  show,
}: {
  readonly who: WhoThereIs
  readonly team: string
  readonly show: string
}): Raw {
  return (
    <form method="get" action={local`/training`} class="kept-months">
      <Select
        name="team"
        label="Team"
        choices={[
          { value: '', label: 'Every team' },
          ...who.teams.filter(({ ended }) => !ended).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        chosen={team}
      />
      <Select
        name="show"
        label="Who?"
        choices={[
          { value: '', label: 'Everybody' },
          { value: 'overdue', label: 'Only who is overdue' },
        ]}
        chosen={show}
      />
      <button type="submit" class="govuk-button govuk-button--secondary">
        Show these
      </button>
    </form>
  )
}

/** How many there are in each team, and how many of them are overdue. */
export function TeamSums({
  people,
  who,
  now,
}: {
  readonly people: readonly PersonTrained[]
  readonly who: WhoThereIs
  readonly now: Instant
}): Raw {
  const teams = [...Map.groupBy(people, ({ teamId }) => teamId ?? '')]
    .map(([id, found]) => ({
      id,
      name: who.teams.find((team) => team.id === id)?.name ?? 'In no team',
      people: found.length,
      behind: found.filter((each) => isBehind(each, now)).length,
    }))
    .toSorted((a, b) => b.behind - a.behind || (a.name < b.name ? -1 : 1))
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">Teams</caption>
      <TableHead
        columns={['Team', { text: 'People', isNumber: true }, { text: 'Overdue', isNumber: true }]}
      />
      <tbody class="govuk-table__body">
        {teams.map(({ id, name, people: many, behind }) => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">
              {id === '' ? (
                name
              ) : (
                <a class="govuk-link" href={local`/training?team=${id}`}>
                  {name}
                </a>
              )}
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{String(many)}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{String(behind)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
