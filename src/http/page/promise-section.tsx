import type { StandingPromise } from '#core/promises/attention.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import type { Raw } from '#http/html/raw.ts'
import { countedText } from './counted-words.ts'
import { Course } from './course.tsx'
import { Facts } from './facts.tsx'
import { StandingTag } from './standing-tag.tsx'
import { promiseId } from './standing-words.ts'

/** One promise: its words, its figure against its target, how that is worked out, and its course over the periods. */
export function PromiseSection({ standing }: { readonly standing: StandingPromise }): Raw {
  const { promise, whole, formula } = standing
  const id = promiseId(promise.id)
  return (
    <section class="promise" id={id} aria-labelledby={`${id}-words`}>
      <div class="head">
        <h3 id={`${id}-words`}>
          <span class="clause">{promise.id}</span> {promise.promise}
        </h3>
        <p class="result">
          <StandingTag promise={standing} />
          <span>
            <strong class="figure">{figureText(promise, whole)}</strong> {targetSentence(promise)}{' '}
            {countedText(promise, whole)}.
          </span>
        </p>
        <p class="formula">
          <strong>How it is worked out:</strong> {formula}
        </p>
        {promise.reading !== undefined && (
          <p class="formula">
            <strong>How the clause is read:</strong> {promise.reading}
          </p>
        )}
        <Facts promise={promise} figure={whole} />
      </div>
      <Course standing={standing} />
    </section>
  )
}

/** “We will” without a figure means every time; a ratio without a target is kept by being published. */
function targetSentence(promise: PackPromise): string {
  if (promise.target !== undefined) return `Target: ${targetText(promise)}.`
  return promise.measure === 'ratio'
    ? 'No target is published.'
    : 'No target is published, so each one is to be kept.'
}
