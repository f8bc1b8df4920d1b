import type { Edition } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { targetText } from '#core/promises/shown-figure.ts'
import type { Document, DocumentBlock } from './document.ts'

/** What stands on the leaflet beside what the pack says. */
export interface LeafletWords {
  /** Above the first section. */
  readonly introduction?: readonly DocumentBlock[]
}

/** The leaflet of the standard: one edition of the pack in the landlord’s plain words, dated, with its edition printed on it. */
export function leafletOf({ pack }: Edition, { introduction = [] }: LeafletWords = {}): Document {
  const sections = Map.groupBy(pack.promises, ({ section }) => section)
  return {
    title: pack.title,
    language: 'en-GB',
    direction: 'ltr',
    publisher: pack.landlord,
    datedOn: pack.inForceFrom,
    version: pack.edition,
    blocks: [
      ...introduction,
      ...[...sections].flatMap(([section, promises]) => sectionOf(section, promises)),
      ...readingsOf(pack.promises),
      { kind: 'heading', level: 2, text: 'Where this comes from' },
      { kind: 'paragraph', lines: [`${pack.source}.`] },
    ],
  }
}

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
