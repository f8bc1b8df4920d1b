import { existsSync } from 'node:fs'

const named = process.env['KEPT_HELPDESK_LOG']

/** The whole log of examples/helpdesk is not ours to ship: KEPT_HELPDESK_LOG may say where it lies. */
export const wholeLog = named !== undefined && existsSync(named) ? named : undefined

/** Why tests of the whole log are left out, if they are. */
export const withoutWholeLog =
  wholeLog === undefined ? 'KEPT_HELPDESK_LOG does not name the whole log' : false
