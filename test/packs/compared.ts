/** A clause as the register of all five landlords' published standards has it. */
export interface Row {
  readonly id: string
  readonly section: string
  readonly kind: string
  readonly subject: string
  readonly promise: string
  readonly limit: string
  readonly target: string
  readonly reported: string
  readonly assured_by: string
}

/** A promise as it stands in a pack, unread: what people wrote is judged, not what we made of it. */
export interface Written extends Clauses {
  readonly id: string
  readonly section: string
  readonly subject: string
  readonly promise: string
}

/** What the register and a pack must both say. */
export type Compared = 'measure' | 'section' | 'subject' | 'limit' | 'target' | 'reported' | 'assured_by'

type Clauses = Readonly<Record<string, unknown>>

const measures = ['clock', 'ratio', 'survey', 'check', 'recurring', 'rule', 'published']

/** A row of the register in the words of a pack. */
export function inRegister(row: Row): Readonly<Record<Compared, string>> {
  return {
    measure: row.kind,
    section: row.section,
    subject: row.subject,
    limit: row.limit,
    target: targetInWords(row.target),
    reported: listed(row.reported.split(';')),
    assured_by: listed(row.assured_by.split(';')),
  }
}

/** A promise of a pack, field by field. */
export function inPack(promise: Written): Readonly<Record<Compared, string>> {
  const measure = measures.filter((each) => each in promise)
  return {
    measure: measure.join(' and '),
    section: promise.section,
    subject: promise.subject,
    limit: limitOf(promise, measure[0] ?? ''),
    target: targetInWords(text(promise.target)),
    reported: listed((promise.reported ?? []) as readonly string[]),
    assured_by: listed((promise.assured_by ?? []) as readonly string[]),
  }
}

/** The length or date that a clock or a recurring duty keeps to, as written; nothing for other measures. */
function limitOf(promise: Written, measure: string): string {
  if (measure !== 'clock' && measure !== 'recurring') return ''
  const { within, every, before, by, extends: extension } = promise[measure] as Clauses
  // “Regularly” is the pack's word where the landlord gives no figure.
  const length = text(within ?? (every === 'regularly' ? '' : every))
  const date = text(before).replace(/ before \S+$/, ' before') || monthInWords(text(by))
  return `${length}${date}${secondRoute((extension ?? {}) as Clauses)}`
}

/** Reading 17: one test with two routes, the second by an acknowledgement. A new date is no route but an extension. */
function secondRoute({ within, then }: Clauses): string {
  return /^\d/.test(text(then)) ? ` | ${text(within)} + ${text(then)}` : ''
}

/** The register writes “March 2010” where a pack writes 2010-03. */
function monthInWords(by: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(by)
  if (month === null) return by
  return new Date(Date.UTC(Number(month[1]), Number(month[2]) - 1)).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** The register writes “>=85%” where a pack writes “at least 85%”. */
function targetInWords(target: string): string {
  return target
    .replace('>=', 'at least ')
    .replace('<=', 'at most ')
    .replace('<', 'under ')
    .replace('>', 'over ')
}

function listed(items: readonly string[]): string {
  return items.map((item) => item.trim()).join('; ')
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
