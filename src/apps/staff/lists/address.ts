import { textIn, type Fields } from '#http/layout/fields.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { type CaseFilter, filterNames } from '#store/lists/case-filter.ts'
import type { PageFrom, RowCursor } from '#store/lists/case-list.ts'

/** The address of a list of cases: what it shows, and from where. Ids and codes stand in it, and no names. */
export function casesAddress(filter: CaseFilter, from?: PageFrom, path: Url = local`/cases`): Url {
  const query = new URLSearchParams(Object.entries(filter))
  if (from === 'last') query.set('page', 'last')
  else if (from !== undefined && 'after' in from) query.set('after', cursorText(from.after))
  else if (from !== undefined) query.set('before', cursorText(from.before))
  const text = query.toString()
  return (text === '' ? path : `${path}?${text}`) as Url
}

/** From where a list is asked for; from its beginning where that is not said, or not as we say it. */
export function pageFrom(query: Fields): PageFrom | undefined {
  if (textIn(query, 'page') === 'last') return 'last'
  const after = cursorIn(textIn(query, 'after'))
  if (after !== undefined) return { after }
  const before = cursorIn(textIn(query, 'before'))
  return before === undefined ? undefined : { before }
}

/** The fields of a filter as they came, each a text. */
export function filterFields(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filterNames.map((name) => [name, textIn(fields, name)]).filter(([, text]) => text !== ''),
  ) as Readonly<Record<string, string>>
}

function cursorText({ at, caseId }: RowCursor): string {
  return `${at}_${caseId}`
}

/** The last instant of the year 9999. */
const lastInstant = 253_402_300_799_999

function cursorIn(text: string): RowCursor | undefined {
  const [, at, caseId] = /^(\d{1,15})_(.{1,200})$/u.exec(text) ?? []
  if (at === undefined || caseId === undefined || Number(at) > lastInstant) return undefined
  return { at: Number(at), caseId }
}
