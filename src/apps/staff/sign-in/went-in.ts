import { localFrom } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { type GoneTo } from '#http/layout/page-route.ts'
import { stepOf } from '#http/layout/steps.ts'
import type { CameIn } from '#store/people/sign-in.ts'

/** Where somebody goes who came in, or came a step further: on to what they had asked for, or to the next step. */
export function wentIn({ token, standing }: CameIn, next: string): GoneTo {
  const meant = localFrom(next)
  const session = { token }
  if (standing === 'in') return { goTo: meant ?? stepOf('in'), session }
  return { goTo: withNext(stepOf(standing), meant), session }
}

/** An address that takes along where somebody wants to go. */
export function withNext(step: Url, next: Url | undefined): Url {
  return next === undefined ? step : (`${step}?next=${encodeURIComponent(next)}` as Url)
}
