import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import type { Format } from '#http/formats/formats.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import type { LetterShown } from '#store/letters/read-letters.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { listMasters } from '#store/masters/reading.ts'
import type { Store } from '#store/store.ts'

/** The form in which a letter is needed, and why; it is offered first. */
export interface FormNeeded {
  readonly format: Format['name']
  readonly because: string
  /** The case asks for it, so that sending it is to be recorded. */
  readonly isAskedFor: boolean
}

/** What the case asks for, where it is a request for another form, or else what whoever the letter is to needs. */
export async function formNeeded(
  store: Store,
  acting: Acting,
  letter: Pick<LetterShown, 'caseId' | 'customerId' | 'recipientId'>,
): Promise<FormNeeded | undefined> {
  return (await askedFor(store, acting, letter.caseId)) ?? (await neededBy(store, acting, letter))
}

async function askedFor(store: Store, acting: Acting, caseId: string): Promise<FormNeeded | undefined> {
  if (!acting.may.has('cases.read')) return undefined
  const read = await readTimeline(store, acting, caseId)
  if (isRefused(read) || read.case.kind !== 'accessible-format' || !read.case.is_open) return undefined
  const asked = read.events.findLast(({ type }) => type === 'format-requested')?.data['format']
  const format = typeof asked === 'string' ? formatOf.get(asked) : undefined
  return format && { format, because: `The case asks for ${words.get(format)}.`, isAskedFor: true }
}

async function neededBy(
  store: Store,
  acting: Acting,
  { customerId, recipientId }: Pick<LetterShown, 'customerId' | 'recipientId'>,
): Promise<FormNeeded | undefined> {
  const reader = recipientId ?? customerId
  if (reader === null || !acting.may.has(needs.read)) return undefined
  const found = await listMasters(store, acting, needs, { by: ['customer', reader], why: 'a letter’s form' })
  if (isRefused(found)) return undefined
  const current = found.filter(({ values }) => values['endedOn'] === undefined || values['endedOn'] === null)
  const format = current.map(({ values }) => formatOf.get(values['need'])).find((each) => each)
  return format && { format, because: `They need ${words.get(format)}.`, isAskedFor: false }
}

const formatOf: ReadonlyMap<string, Format['name']> = new Map([
  ['large-print', 'large-print'],
  ['braille', 'braille'],
  ['audio', 'audio'],
  ['cd', 'audio-mp3'],
])

const words: ReadonlyMap<Format['name'], string> = new Map([
  ['large-print', 'large print'],
  ['braille', 'Braille'],
  ['audio', 'it read aloud'],
  ['audio-mp3', 'it on a CD'],
])
