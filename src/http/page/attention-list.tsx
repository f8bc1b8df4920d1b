import type { StandingPromise } from '#core/promises/attention.ts'
import { capitalised } from '#core/capitalised.ts'
import { numberText } from '#core/promises/percent.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { signalText } from '#core/promises/signal-words.ts'
import type { Raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { StandingTag } from './standing-tag.tsx'
import { promiseId } from './standing-words.ts'

/** Where to look first: every promise that was missed, has something overdue or shows a signal. */
export function AttentionList({ promises }: { readonly promises: readonly StandingPromise[] }): Raw {
  const pressing = promises.filter(({ standing }) => standing !== 'kept' && standing !== 'nothing to count')
  return (
    <section aria-labelledby="page-attention">
      <h2 id="page-attention">What needs attention first</h2>
      {pressing.length === 0 ? (
        <p>Nothing was missed, nothing is overdue, and no chart shows a signal.</p>
      ) : (
        <ol class="attention">
          {pressing.map((promise) => (
            <Item promise={promise} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Item({ promise: standing }: { readonly promise: StandingPromise }): Raw {
  const { promise } = standing
  return (
    <li>
      <StandingTag promise={standing} />
      <div>
        <a href={anchor(promiseId(promise.id))}>
          {promise.id}: {promise.promise}
        </a>
        <p class="small">{reasonOf(standing)}</p>
      </div>
    </li>
  )
}

/** “79.4% against a target of at least 85%. 4 overdue. March 2026 is below the lower limit.” */
function reasonOf({ promise, whole, signals, byPeriod }: StandingPromise): string {
  const target =
    promise.target === undefined ? 'no target published' : `against a target of ${targetText(promise)}`
  const figure = `${figureText(promise, whole)}${promise.target === undefined ? ',' : ''} ${target}`
  const overdue = whole.overdue === 0 ? [] : [`${numberText(whole.overdue)} overdue now`]
  const seen = signals.map((signal) =>
    signalText(
      signal,
      byPeriod.map(({ period }) => period),
    ),
  )
  return [figure, ...overdue, ...seen].map((words) => `${capitalised(words)}.`).join(' ')
}
