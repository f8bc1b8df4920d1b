import { type ObservedBy, observedBy } from '#core/observations/instrument.ts'
import type { ItemAnswer } from '#core/observations/results.ts'
import type { Choice } from '#http/layout/form.tsx'
import type { Programme, Round } from '#store/observations/programme-rows.ts'
import type { Sheet } from '#store/observations/sheet-rows.ts'
import { codeWords } from '../acts/field-words.ts'
import { dayText } from '../times.ts'

const instruments: Readonly<Record<ObservedBy, { readonly name: string; readonly says: string }>> = {
  'mystery-shop': {
    name: 'Mystery shopping',
    says: 'Somebody rings, writes or comes in as a customer would, and nobody knows.',
  },
  'call-monitoring': { name: 'Call monitoring', says: 'Somebody listens to calls, live or recorded.' },
  'file-check': { name: 'File check', says: 'Somebody looks through cases drawn at random.' },
  'readers-panel': {
    name: 'Readers’ panel',
    says: 'Customers read letters of ours and say whether they are plain.',
  },
  audit: { name: 'Audit', says: 'Somebody goes through a service or an office from a list.' },
  'visit-form': { name: 'Visit form', says: 'Whoever was visited, or came along, says how the visit went.' },
}

/** The ways of observing, to be chosen from. */
export const instrumentChoices: readonly Choice[] = observedBy.map((value) => ({
  value,
  label: instruments[value].name,
  hint: instruments[value].says,
}))

/** How it is observed and for whom: “Mystery shopping by residents”. */
export function instrumentWords({
  instrument,
  isLive,
  commissionedBy,
}: Pick<Programme, 'instrument' | 'isLive' | 'commissionedBy'>): string {
  const { name } = instruments[instrument]
  const calls = isLive ? ', live' : ', recorded'
  const live = instrument === 'call-monitoring' ? calls : ''
  return `${name}${live}${commissionedBy === 'residents' ? ' by residents' : ''}`
}

/** The instrument’s name alone. */
export function instrumentName(instrument: ObservedBy): string {
  return instruments[instrument].name
}

/** The days of a round: “1 March 2026 to 31 March 2026”. */
export function roundWords({ firstOn, lastOn }: Pick<Round, 'firstOn' | 'lastOn'>): string {
  return `${dayText(firstOn)} to ${dayText(lastOn)}`
}

/** What a place is called. */
export function placeWords(place: string, names: ReadonlyMap<string, string>): string {
  return names.get(place) ?? codeWords(place)
}

/** Where a sheet is to be filled in, or of what. */
export function sheetPlaceWords({
  place,
  placeName,
}: Pick<Sheet, 'place' | 'placeName'>): string | undefined {
  return placeName ?? (place === null ? undefined : codeWords(place))
}

export const answerWords: Readonly<Record<ItemAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'n-a': 'Not applicable',
}
