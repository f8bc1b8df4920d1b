import { capitalised } from '#core/capitalised.ts'
import { lengthText, phrase } from '#core/promises/in-words.ts'
import type { Figure, Lengths } from '#core/promises/figure.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { numberText } from '#core/promises/percent.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'

/** What stands beside the figure; what is nought or unknown is left out. */
export function Facts({ promise, figure }: { readonly promise: PackPromise; readonly figure: Figure }): Raw {
  const facts = factsOf(promise, figure)
  if (facts.length === 0) return <Fragment />
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Fact = readonly [name: string, value: string]

function factsOf({ reported, assuredBy }: PackPromise, figure: Figure): readonly Fact[] {
  const { overdue, running, paused, overridden, lengths, beside } = figure
  return [
    ...some('Overdue', overdue, '(counted as missed)'),
    ...some('Running', running, '(not counted yet)'),
    ...some('Paused', paused, '(not counted yet)'),
    ...some('Not counted', figure.void, reasonsText(figure.voidReasons)),
    ...some('Done otherwise, with a reason', overridden, ''),
    ...(lengths ? lengthFacts(lengths) : []),
    ...Object.entries(beside).map(([name, sum]): Fact => [capitalised(name), numberText(sum)]),
    ...listed('Reported', reported),
    ...listed('Checked by', assuredBy),
  ]
}

function some(name: string, count: number, words: string): readonly Fact[] {
  return count === 0 ? [] : [[name, `${numberText(count)} ${words}`.trim()]]
}

/** The most frequent reason first. */
function reasonsText(reasons: Figure['voidReasons']): string {
  const sorted = Object.entries(reasons).toSorted(([, a], [, b]) => b - a)
  return sorted.length === 0
    ? ''
    : `(${sorted.map(([reason, count]) => `${reason.replaceAll('-', ' ')} ${numberText(count)}`).join(', ')})`
}

function lengthFacts({ unit, median, ninetieth }: Lengths): readonly Fact[] {
  return [
    ['Half took no longer than', lengthText(median, unit)],
    ['Nine in ten took no longer than', lengthText(ninetieth, unit)],
  ]
}

function listed(name: string, words: readonly string[]): readonly Fact[] {
  return words.length === 0 ? [] : [[name, phrase(words)]]
}
