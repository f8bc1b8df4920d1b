import type { Raw } from '../html/raw.ts'
import { type GovukParams, folders } from './params.ts'
import { drawn } from './nunjucks.ts'

/**
 * The components of the GOV.UK Design System, drawn by govuk-frontend’s own macros. What is given as `text` is escaped; what
 * is given as `html` must already be safe markup.
 */
export const govuk = Object.fromEntries(
  Object.entries(folders).map(([name, folder]) => [name, (params: object) => drawn(folder, params)]),
) as { readonly [name in keyof GovukParams]: (params: GovukParams[name]) => Raw }
