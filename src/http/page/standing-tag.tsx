import type { Standing, StandingPromise } from '#core/promises/attention.ts'
import type { Raw } from '#http/html/raw.ts'
import { tagText } from './standing-words.ts'

/** A standing as a shape and a word; the colour only says it again. */
export function StandingTag({ promise }: { readonly promise: StandingPromise }): Raw {
  return (
    <span class={`tag ${classOf[promise.standing]}`}>
      <StandingIcon standing={promise.standing} />
      {tagText(promise)}
    </span>
  )
}

/** The shape alone, beside words that say the same. */
export function StandingIcon({ standing }: { readonly standing: Standing }): Raw {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={20} height={20} aria-hidden="true" focusable="false">
      <path d={shapes[standing]} />
    </svg>
  )
}

/** The class that colours a standing. */
export const classOf: Readonly<Record<Standing, string>> = {
  missed: 'is-missed',
  overdue: 'is-overdue',
  signal: 'is-signal',
  kept: 'is-kept',
  'nothing to count': 'is-none',
}

/** Filled with the even-odd rule: a square with a cross, a triangle with a bar, a diamond, a disc with a tick, a ring. */
const shapes: Readonly<Record<Standing, string>> = {
  missed:
    'M2 2h16v16H2zM5.5 7.3 8.2 10 5.5 12.7 7.3 14.5 10 11.8 12.7 14.5 14.5 12.7 11.8 10 14.5 7.3 12.7 5.5 10 8.2 7.3 5.5z',
  overdue: 'M10 1 19.5 18.5H.5zM9 7v6h2V7zM9 14.2v2h2v-2z',
  signal: 'M10 .5 19.5 10 10 19.5 .5 10zM10 5.5 5.5 10 10 14.5 14.5 10z',
  kept: 'M10 1a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM8.6 11.3 6.2 8.9 4.7 10.4 8.6 14.3 15.4 7.5 13.9 6z',
  'nothing to count': 'M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16zM10 4.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z',
}
