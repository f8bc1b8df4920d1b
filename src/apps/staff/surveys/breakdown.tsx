import { suppressed, type ShownGroup } from '#core/promises/small-numbers.ts'
import { bandOf, bandWords } from '#core/surveys/bands.ts'
import { wilsonInterval } from '#core/surveys/interval.ts'
import type { Question } from '#core/surveys/survey.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Select } from '#http/layout/form.tsx'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { GroupCount, GroupedBy } from '#store/surveys/results.ts'
import { goodWords, intervalWords, shareWords } from './words.ts'

/** By what answers are told apart, as the address says it. */
export function groupedBy(text: string, strands: readonly string[]): GroupedBy | undefined {
  if (text === 'team' || text === 'channel') return text
  return strands.includes(text) ? { strand: text } : undefined
}

/** The form that chooses by what. */
export function ChooseGroups({
  surveyId,
  round,
  chosen,
  strands,
}: {
  readonly surveyId: string
  /** As the address says it, where the survey has rounds. */
  readonly round: string | undefined
  readonly chosen: string
  readonly strands: readonly string[]
}): Raw {
  return (
    <form method="get" action={local`/surveys/${surveyId}`} class="kept-months">
      {round !== undefined && <input type="hidden" name="round" value={round} />}
      <Select
        name="by"
        label="Compare by"
        choices={[
          { value: '', label: 'Nothing' },
          { value: 'team', label: 'Team' },
          { value: 'channel', label: 'How they answered' },
          ...strands.map((strand) => ({ value: strand, label: bandOf(strand)?.asks ?? strand })),
        ]}
        chosen={chosen}
      />
      <button type="submit" class="govuk-button govuk-button--secondary">
        Compare
      </button>
    </form>
  )
}

interface Group {
  readonly counted: number
  readonly good: number
  /** How many could have answered, where that is known. */
  readonly asked?: number | undefined
}

/** One question by groups: the share of good answers in each, and none of a group that could be a few people whom somebody knows. */
export function QuestionByGroup({
  question,
  good,
  counts,
  by,
  teams,
}: {
  readonly question: Question
  readonly good: readonly string[]
  readonly counts: readonly GroupCount[]
  readonly by: GroupedBy
  readonly teams: ReadonlyMap<string, string>
}): Raw {
  const groups = suppressed(groupsOf(counts, { question: question.code, good, by, teams }))
  return <GoodShares caption={question.text} columns={['Group', goodWords(question, good)]} groups={groups} />
}

/** Groups of those who answered one question, or its rounds, each with its share of good answers and how sure that is. */
export function GoodShares({
  caption,
  columns: [first, share],
  groups,
}: {
  readonly caption: string
  readonly columns: readonly [group: string, share: string]
  readonly groups: readonly ShownGroup<Group>[]
}): Raw {
  return (
    <Scrolled label={caption}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <TableHead
          columns={[
            first,
            { text: 'Answers', isNumber: true },
            { text: share, isNumber: true },
            { text: 'True share, 19 times of 20', isNumber: true },
          ]}
        />
        <tbody class="govuk-table__body">
          {groups.map((group) => (
            <GroupRow group={group} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function GroupRow({ group: { name, shown } }: { readonly group: ShownGroup<Group> }): Raw {
  const interval = shown && wilsonInterval(shown.good, shown.counted, shown.asked)
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header kept-plain-header">
        {name}
      </th>
      {shown === undefined ? (
        <td class="govuk-table__cell govuk-table__cell--numeric" colspan={3}>
          Too few to be shown
        </td>
      ) : (
        <>
          <td class="govuk-table__cell govuk-table__cell--numeric">
            {shown.counted.toLocaleString('en-GB')}
          </td>
          <td class="govuk-table__cell govuk-table__cell--numeric">
            {shareWords(shown.good / shown.counted)}
          </td>
          <td class="govuk-table__cell govuk-table__cell--numeric">
            {interval === undefined ? '' : intervalWords(interval)}
          </td>
        </>
      )}
    </tr>
  )
}

interface Grouping {
  readonly question: string
  readonly good: readonly string[]
  readonly by: GroupedBy
  readonly teams: ReadonlyMap<string, string>
}

function groupsOf(
  counts: readonly GroupCount[],
  { question, good, by, teams }: Grouping,
): readonly (Group & { readonly name: string })[] {
  const own = counts.filter((each) => each.question === question)
  return [...Map.groupBy(own, ({ group }) => group)]
    .map(([group, found]) => ({
      name: groupName(group, by, teams),
      counted: found.reduce((sum, { count }) => sum + count, 0),
      good: found.filter(({ answer }) => good.includes(answer)).reduce((sum, { count }) => sum + count, 0),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function groupName(group: string | null, by: GroupedBy, teams: ReadonlyMap<string, string>): string {
  if (group === null) return 'Not known'
  if (by === 'team') return teams.get(group) ?? 'A team that is no more'
  if (by === 'channel') return channelWords[group] ?? group
  return bandWords(by.strand, group)
}

const channelWords: Readonly<Record<string, string>> = {
  link: 'By link',
  paper: 'On paper',
  telephone: 'On the telephone',
}
