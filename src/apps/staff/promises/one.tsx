import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { StandingPromise } from '#core/promises/attention.ts'
import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { numberText } from '#core/promises/percent.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { countedText } from '#http/page/counted-words.ts'
import { Course } from '#http/page/course.tsx'
import { Facts } from '#http/page/facts.tsx'
import { SummaryLine } from '#http/layout/summary-list.tsx'
import { isComparable } from '#store/comparisons/compare.ts'
import type { TeamToShow } from '#store/comparisons/teams-to-show.ts'
import type { Explained } from './explained.ts'
import { Explanation } from './explanation.tsx'
import { factsShown } from './facts-shown.ts'
import { HowCounted } from './how-counted.tsx'
import { type MonthsShown, monthName } from './months.ts'
import { MonthsForm } from './months-form.tsx'
import { behindAddress } from './promise-address.ts'
import { Standing } from './standing.tsx'

interface OneProps {
  readonly of: PromiseOfEdition
  readonly standing: StandingPromise | undefined
  /** What the figure is made of; there is none of a team alone. */
  readonly explained: Explained | undefined
  readonly months: MonthsShown
  readonly team: TeamToShow | undefined
  readonly mayReadCases: boolean
  readonly vocabulary: Vocabulary
}

/** One promise: its words, how it is read and measured, and for those who may see figures what was kept. */
export function OnePromise(props: OneProps): Raw {
  const {
    of: { promise, edition },
    standing,
    months,
    team,
  } = props
  const span = `${monthName(months.first)} to ${monthName(months.last)}`
  return (
    <>
      <span class="govuk-caption-l">{`${promise.id} · ${promise.section}`}</span>
      <h1 class="govuk-heading-l">{promise.promise}</h1>
      <dl class="govuk-summary-list">
        {standing !== undefined && (
          <SummaryLine name={team === undefined ? span : `${team.name}, ${span}`}>
            <strong>{figureText(promise, standing.whole)}</strong> <Standing promise={standing} />
            {standing.whole.value !== null && (
              <span class="kept-below">{countedText(promise, standing.whole)}</span>
            )}
          </SummaryLine>
        )}
        <SummaryLine name="Target">{targetText(promise)}</SummaryLine>
        <SummaryLine name="How it is counted">
          <HowCounted of={{ promise, edition }} vocabulary={props.vocabulary} />
        </SummaryLine>
        {promise.reading !== undefined && (
          <SummaryLine name="How the clause is read">{promise.reading}</SummaryLine>
        )}
        <SummaryLine name="Edition">{`${edition.pack.title}, ${edition.pack.edition}`}</SummaryLine>
      </dl>
      {standing !== undefined && <Figures {...props} standing={standing} />}
    </>
  )
}

function Figures(props: OneProps & { readonly standing: StandingPromise }): Raw {
  const { of, standing, explained, months, team } = props
  const { promise, whole } = standing
  return (
    <>
      <Drill {...props} />
      <div class="kept-course">
        {team === undefined && <Facts promise={promise} figure={whole} />}
        <Course standing={standing} />
      </div>
      {explained !== undefined && <Explanation of={of} standing={standing} explained={explained} />}
      <MonthsForm action={local`/promises/${promise.id}`} months={months}>
        {team !== undefined && <input type="hidden" name="team" value={team.id} />}
      </MonthsForm>
    </>
  )
}

/** From the figure to what is behind it, as far as one may see, and beside other groups. */
function Drill({
  standing,
  months,
  team,
  mayReadCases,
}: OneProps & { readonly standing: StandingPromise }): Raw {
  const { promise, whole } = standing
  const links: (readonly [href: Url, text: string])[] = []
  const query = { from: monthCode(months.first), to: monthCode(months.last) }
  if (promise.measure === 'clock' && whole.counted > 0 && mayReadCases)
    links.push(
      [
        behindAddress(promise.id, months, { outcome: 'missed', team: team?.id }),
        `The cases behind this figure that missed it (${numberText(whole.counted - whole.kept)})`,
      ],
      [behindAddress(promise.id, months, { team: team?.id }), `All ${numberText(whole.counted)}`],
    )
  const facts = team === undefined ? factsShown(promise, mayReadCases) : undefined
  if (facts !== undefined)
    links.push([local`/promises/${promise.id}/facts?from=${query.from}&to=${query.to}`, facts])
  if (isComparable(promise))
    links.push([
      local`/performance/compare?promise=${promise.id}&from=${query.from}&to=${query.to}`,
      'Compare teams, channels and other groups',
    ])
  return (
    <ul class="govuk-list kept-drill">
      {links.map(([href, text]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
