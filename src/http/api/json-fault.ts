/** Where text stops being JSON, and what should stand there. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly expected: string
}

/** Finds the first place at which text is not JSON. Asked only of text that was refused, so there is one. */
export function jsonFault(text: string): JsonFault {
  const open: ('object' | 'array')[] = []
  let want: Want = 'value'
  let place = 0
  for (;;) {
    place = past(space, text, place)
    const next = step(text, place, want, open)
    if (next === undefined) return { ...lineAndColumn(text, place), expected: wanted[want](open.at(-1)) }
    place = next.place
    want = next.want
  }
}

type Want = 'value' | 'value or end' | 'name or end' | 'name' | 'colon' | 'more'
type Step = { readonly place: number; readonly want: Want } | undefined

const space = /[ \t\n\r]*/y
const text = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const wanted: Readonly<Record<Want, (within: 'object' | 'array' | undefined) => string>> = {
  value: () => 'a value: a text in double quotes, a number, true, false, null, [ or {',
  'value or end': () => 'a value or ]',
  'name or end': () => 'a name in double quotes or }',
  name: () => 'a name in double quotes',
  colon: () => 'a colon',
  more: (within) => (within === undefined ? 'nothing more' : `a comma or ${within === 'array' ? ']' : '}'}`),
}

function step(source: string, place: number, want: Want, open: ('object' | 'array')[]): Step {
  const letter = source[place]
  if (want === 'colon') return letter === ':' ? { place: place + 1, want: 'value' } : undefined
  if (want === 'more') return more(letter, place, open)
  if (want === 'name' || want === 'name or end') return named(source, place, want, open)
  if (want === 'value or end' && letter === ']') return ended(place, open)
  return valued(source, place, open)
}

function more(letter: string | undefined, place: number, open: ('object' | 'array')[]): Step {
  const within = open.at(-1)
  if (within === 'array' && letter === ']') return ended(place, open)
  if (within === 'object' && letter === '}') return ended(place, open)
  if (within === undefined || letter !== ',') return undefined
  return { place: place + 1, want: within === 'array' ? 'value' : 'name' }
}

function named(source: string, place: number, want: Want, open: ('object' | 'array')[]): Step {
  if (want === 'name or end' && source[place] === '}') return ended(place, open)
  const after = past(text, source, place)
  return after === place ? undefined : { place: after, want: 'colon' }
}

function valued(source: string, place: number, open: ('object' | 'array')[]): Step {
  const letter = source[place]
  if (letter === '[' || letter === '{') {
    open.push(letter === '[' ? 'array' : 'object')
    return { place: place + 1, want: letter === '[' ? 'value or end' : 'name or end' }
  }
  const after = past(letter === '"' ? text : plain, source, place)
  return after === place ? undefined : { place: after, want: 'more' }
}

function ended(place: number, open: ('object' | 'array')[]): Step {
  open.pop()
  return { place: place + 1, want: 'more' }
}

function past(pattern: RegExp, source: string, place: number): number {
  pattern.lastIndex = place
  return pattern.test(source) ? pattern.lastIndex : place
}

function lineAndColumn(source: string, place: number) {
  const before = source.slice(0, place)
  return { line: before.split('\n').length, column: place - before.lastIndexOf('\n') }
}
