import type { StandingPromise } from '#core/promises/attention.ts'
import { phrase } from '#core/promises/in-words.ts'
import type { Raw } from '#http/html/raw.ts'
import { promiseId } from './standing-words.ts'

/** A short list: without a figure there is only the promise itself, and what of it is still open. */
export function NothingToCount({ promises }: { readonly promises: readonly StandingPromise[] }): Raw {
  return (
    <ul class="plain">
      {promises.map(({ promise, whole }) => (
        <li id={promiseId(promise.id)}>
          <span class="clause">{promise.id}</span>{' '}
          <span>
            {promise.promise} <Open running={whole.running} paused={whole.paused} none={whole.void} />
          </span>
        </li>
      ))}
    </ul>
  )
}

interface OpenProps {
  readonly running: number
  readonly paused: number
  readonly none: number
}

function Open({ running, paused, none }: OpenProps): Raw {
  const said = [
    running > 0 && `${running} running`,
    paused > 0 && `${paused} paused`,
    none > 0 && `${none} not counted`,
  ].filter((words) => words !== false)
  return <span class="small">{said.length > 0 && `(${phrase(said)})`}</span>
}
