import type { Edition } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { targetText } from '#core/promises/shown-figure.ts'
import type { Day } from '../time/day.ts'
import type { Document, DocumentBlock } from './document.ts'

/** What stands on the leaflet beside what the pack says. */
export interface LeafletWords {
  /** Above the first section. */
  readonly introduction?: readonly DocumentBlock[]
  /** As it is on show: the date printed on it, and which version of its own text it is. */
  readonly shown?: { readonly datedOn: Day; readonly version: number } | undefined
}

/** The leaflet of the standard: one edition of the pack in the landlord’s plain words, dated, with its edition printed on it. */
export function leafletOf({ pack }: Edition, { introduction = [], shown }: LeafletWords = {}): Document {
  const sections = Map.groupBy(pack.promises, ({ section }) => section)
  const datedOn = dateOf(pack, shown)
  return {
    title: pack.title,
    language: 'en-GB',
    direction: 'ltr',
    publisher: pack.landlord,
    ...(datedOn !== undefined && { datedOn }),
    version: versionOf(pack, shown),
    blocks: [
      ...introduction,
      ...[...sections].flatMap(([section, promises]) => sectionOf(section, promises)),
      ...readingsOf(pack.promises),
      { kind: 'heading', level: 2, text: 'Where this comes from' },
      { kind: 'paragraph', lines: [`${pack.source}.`] },
    ],
  }
}

/** A leaflet on show is as new as what changed last: its own text, or the edition. */
function dateOf(pack: Edition['pack'], shown: LeafletWords['shown']): Day | undefined {
  const printed = printedOn(pack)
  return shown === undefined ? printed : Math.max(shown.datedOn, printed ?? shown.datedOn)
}

/** OHG-53: a leaflet carries its date, and which version it is. */
function versionOf({ edition }: Edition['pack'], shown: LeafletWords['shown']): string {
  const version = shown === undefined ? '' : `, version ${shown.version}`
  return `${editionInWords(edition)}${version}`
}

/** An edition as it is named to readers. */
export function editionInWords(edition: string): string {
  return edition === undated ? 'edition without a date' : `edition ${edition}`
}

/** The date of an edition. A paper without one holds from so early that every fact is counted by it: nobody printed that day. */
export function printedOn({
  edition,
  inForceFrom,
}: Pick<Edition['pack'], 'edition' | 'inForceFrom'>): Day | undefined {
  return edition === undated ? undefined : inForceFrom
}

const undated = 'undated'

function sectionOf(section: string, promises: readonly PackPromise[]): readonly DocumentBlock[] {
  return [
    { kind: 'heading', level: 2, text: section },
    { kind: 'list', items: promises.map(inLeaflet) },
  ]
}

/** A promise with its target, where one is published, and the id it is found by elsewhere. */
function inLeaflet(promise: PackPromise): string {
  const target = promise.target === undefined ? '' : ` Our target: ${targetText(promise)}.`
  return `${promise.promise}${target} (${promise.id})`
}

/** How words that could be read in several ways are read. */
function readingsOf(promises: readonly PackPromise[]): readonly DocumentBlock[] {
  const read = promises.filter(({ reading }) => reading !== undefined)
  if (read.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'How we read it' },
    { kind: 'list', items: read.map(({ id, reading }) => `${id}: ${reading}`) },
  ]
}
