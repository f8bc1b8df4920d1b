import type { StandingPromise } from '#core/promises/attention.ts'
import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { formulaOf } from '#core/promises/measures.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { countedText } from '#http/page/counted-words.ts'
import { Course } from '#http/page/course.tsx'
import { Facts } from '#http/page/facts.tsx'
import { type MonthsShown, monthCode, monthName } from './months.ts'
import { Standing } from './standing.tsx'

/** One promise: its words, how it is read and measured, and for those who may see figures what was kept. */
export function OnePromise({
  of: { promise, edition },
  standing,
  months,
}: {
  readonly of: PromiseOfEdition
  readonly standing: StandingPromise | undefined
  readonly months: MonthsShown
}): Raw {
  return (
    <>
      <span class="govuk-caption-l">{`${promise.id} · ${promise.section}`}</span>
      <h1 class="govuk-heading-l">{promise.promise}</h1>
      <dl class="govuk-summary-list">
        {standing !== undefined && (
          <Line name={`${monthName(months.first)} to ${monthName(months.last)}`}>
            <strong>{figureText(promise, standing.whole)}</strong> <Standing promise={standing} />
            {standing.whole.value !== null && (
              <span class="kept-below">{countedText(promise, standing.whole)}</span>
            )}
          </Line>
        )}
        <Line name="Target">{targetText(promise)}</Line>
        <Line name="How it is worked out">{formulaOf(promise)}</Line>
        {promise.reading !== undefined && <Line name="How the clause is read">{promise.reading}</Line>}
        <Line name="Edition">{`${edition.pack.title}, ${edition.pack.edition}`}</Line>
      </dl>
      {standing !== undefined && <Figures standing={standing} months={months} />}
    </>
  )
}

function Figures({
  standing,
  months,
}: {
  readonly standing: StandingPromise
  readonly months: MonthsShown
}): Raw {
  const { promise, whole } = standing
  const query = { from: monthCode(months.first), to: monthCode(months.last) }
  return (
    <>
      {promise.measure === 'clock' && whole.counted > 0 && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={local`/promises/${promise.id}/cases?from=${query.from}&to=${query.to}&outcome=missed`}
          >
            {`The cases behind this figure that missed it (${whole.counted - whole.kept})`}
          </a>
          {' · '}
          <a class="govuk-link" href={local`/promises/${promise.id}/cases?from=${query.from}&to=${query.to}`}>
            {`All ${whole.counted}`}
          </a>
        </p>
      )}
      <div class="kept-course">
        <Facts promise={promise} figure={whole} />
        <Course standing={standing} />
      </div>
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: Child }): Raw {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
