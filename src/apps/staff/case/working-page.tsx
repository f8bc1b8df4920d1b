import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Explained } from '#core/promises/explain/explain-case.ts'
import type { ClockWorking } from '#core/promises/explain/clock-working.ts'
import type { WorkedDay } from '#core/promises/explain/worked-days.ts'
import { isRefused, refused } from '#core/refused.ts'
import { longDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { explainClocks } from '#store/ledger/explain-clocks.ts'
import { codeWords } from '../acts/field-words.ts'

/** Why a clock is due when it is: the working, day by day, so that anybody can check it by hand. */
export const workingPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId/clocks/:promise/:n',
    who: 'cases.read',
    handle: async ({ store, visitor, params }) => {
      const caseId = params['caseId'] ?? ''
      const promise = params['promise'] ?? ''
      const explained = await explainClocks(store, visitor.acting, { caseId, promise })
      if (isRefused(explained)) return explained
      const [found] = explained
      const working = found?.clocks.find(({ clock }) => String(clock.n) === params['n'])
      if (found === undefined || working === undefined)
        return refused('not found', 'there is no such clock in this case', 'go to the case and choose one')
      return {
        title: `Why this date? – ${promise}`,
        content: (
          <Working caseId={caseId} explained={found} working={working} vocabulary={store.vocabulary} />
        ),
        back: { href: local`/cases/${caseId}`, text: `Case ${caseId}` },
      }
    },
  }),
]

function Working({
  caseId,
  explained,
  working,
  vocabulary,
}: {
  readonly caseId: string
  readonly explained: Explained
  readonly working: ClockWorking
  readonly vocabulary: Vocabulary
}): Raw {
  const { promise, formula } = explained
  const { clock, lines, days } = working
  return (
    <>
      <span class="govuk-caption-l">{`Case ${caseId}`}</span>
      <h1 class="govuk-heading-l">Why this date?</h1>
      <p class="govuk-inset-text">{promise.promise}</p>
      <dl class="kept-facts kept-head">
        <div>
          <dt>Promise</dt>
          <dd>{promise.id}</dd>
        </div>
        <div>
          <dt>Edition</dt>
          <dd>{clock.edition}</dd>
        </div>
        {clock.n > 1 && (
          <div>
            <dt>Clock</dt>
            <dd>{`number ${clock.n} of this promise in this case`}</dd>
          </div>
        )}
      </dl>
      <h2 class="govuk-heading-m">The working</h2>
      <ol class="govuk-list govuk-list--number">
        {lines.map((line) => (
          <li>{inWords(line, vocabulary)}</li>
        ))}
      </ol>
      <Days days={days} />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">How every clock of this promise is counted</span>
        </summary>
        <div class="govuk-details__text">{inWords(formula, vocabulary)}</div>
      </details>
    </>
  )
}

/** Each day with its number, or with why it has none. */
function Days({ days }: { readonly days: readonly WorkedDay[] }): Raw {
  if (days.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">Day by day</h2>
      <ul class="kept-days">
        {days.map(({ on, counts, why }) => (
          <li>
            <span class="kept-days__number">{counts === undefined ? '–' : `Day ${counts}`}</span>
            <span>{longDay(on)}</span>
            {why !== undefined && (
              <span>{/^(Satur|Sun)day$/.test(why) ? 'not counted' : `not counted: ${why}`}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Names of events inside a sentence, as people read them. */
function inWords(line: string, { events }: Vocabulary): string {
  return line.replaceAll(/\b[a-z]+(?:-[a-z]+)+\b/g, (name) =>
    events.has(name) ? `“${codeWords(name).toLowerCase()}”` : name,
  )
}
