import type { Standing } from '#store/people/standing.ts'
import { local } from '../html/local.ts'
import type { Url } from '../html/url.ts'

/** The page on which somebody goes on who has come this far in signing in. */
export function stepOf(standing: Standing): Url {
  return steps[standing]
}

const steps: Readonly<Record<Standing, Url>> = {
  in: local`/`,
  'second factor': local`/second-factor`,
  'set up second factor': local`/set-up-second-factor`,
  'choose password': local`/account/password`,
}
