import { type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'
import type { MasterDefinition } from '../masters/definition.ts'

/** Which column of a file holds which field. */
export interface Columns {
  readonly id: number
  readonly fields: ReadonlyMap<string, number>
}

/** What the list of rejected rows adds, and so what may come back with it. */
export const addedHeadings = ['line', 'rejected because'] as const

const mostNamed = 5

/** Finds each field's column by its heading; every heading is a field's, or is told to be ignored. */
export function columnsOf(
  definition: MasterDefinition,
  headings: readonly string[],
  ignored: readonly string[] = [],
): Columns | Refused {
  const known = headingsOf(definition)
  const unused = new Set([...ignored, ...addedHeadings, ''].map(letters))
  const places = new Map<string, number>()
  const faults: string[] = []
  for (const [place, heading] of headings.entries()) {
    if (unused.has(letters(heading)) && !known.has(letters(heading))) continue
    if (ignored.some((each) => letters(each) === letters(heading))) continue
    const field = known.get(letters(heading))
    if (field === undefined) faults.push(unknownHeading(definition, heading))
    else if (places.has(field)) faults.push(`two columns are headed as ${field}`)
    else places.set(field, place)
  }
  const id = places.get(definition.id)
  if (id === undefined) faults.unshift(`no column is headed ${definition.id}`)
  if (id === undefined || faults.length > 0) {
    const more = faults.length > mostNamed ? `; and ${faults.length - mostNamed} more` : ''
    const fix = `the headings are ${[definition.id, ...Object.keys(definition.fields)].join(', ')}; name others as to be ignored`
    return refused('not valid', `${faults.slice(0, mostNamed).join('; ')}${more}`, fix, '/file')
  }
  places.delete(definition.id)
  return { id, fields: places }
}

function unknownHeading({ id, fields }: MasterDefinition, heading: string): string {
  const near = suggest(heading, [id, ...Object.keys(fields)])
  return `“${heading.slice(0, 60)}” is no heading${near === undefined ? '' : `: did you mean ${near}?`}`
}

/** Every heading by its letters, and the field it is of. A field's own name comes before what others call it. */
function headingsOf({ id, one, fields }: MasterDefinition): ReadonlyMap<string, string> {
  const also = Object.entries(fields).flatMap(([name, { alsoHeaded = [], type }]) =>
    [...alsoHeaded, ...(type === 'id' ? [`${name}Id`] : [])].map((each): readonly [string, string] => [
      letters(each),
      name,
    ]),
  )
  const own = [id, ...Object.keys(fields)].map((name): readonly [string, string] => [letters(name), name])
  const alone = letters(id.replace(/Id$/, ''))
  return new Map([
    ...also,
    ['id', id],
    [alone, id],
    ['reference', id],
    [letters(`${one} reference`), id],
    ...own,
  ])
}

function letters(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
