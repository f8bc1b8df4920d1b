import { type Document, isAlias, LineCounter, type Node, parseDocument } from 'yaml'
import { type Aliases, aliasesIn } from './aliases.ts'
import type { Fault } from './fault.ts'

/** A YAML file while it is read: it knows places, and gathers faults so that all are told at once. */
export interface Reading {
  readonly file: string
  readonly root: Node | null
  readonly faults: Fault[]
  /** Notes a fault at the node's place; always gives undefined, so that a reader can return it. */
  fault(node: Node | null, field: string, fault: string, fix?: string): undefined
  /** Follows an alias (`*answers`) to what it stands for. */
  resolve(node: Node | null): Node | null
  lineOf(node: Node | null): number
}

/** No file that a person keeps by hand comes near this; more is a mistake or an attack. */
const mostCharacters = 2_000_000
const mostFaults = 500
const mostValues = 200_000
const tooDeep = 'the file is nested too deeply to be read'
/** One slip of syntax can make a hundred more out of what follows it. */
const mostSyntaxFaults = 10

/** Opens YAML text for reading; faults of YAML itself are noted at once. */
export function openReading(text: string, file: string): Reading {
  const counter = new LineCounter()
  const opened = text.length > mostCharacters ? tooLong : open(text, counter)
  if ('refused' in opened) {
    const reading = readingOf(undefined, undefined, counter, file)
    reading.fault(null, '', opened.refused)
    return reading
  }
  const { document, aliases } = opened
  const reading = readingOf(document, aliases, counter, file)
  for (const { pos, code, message } of document.errors.slice(0, mostSyntaxFaults)) {
    const { line, col } = counter.linePos(pos[0])
    const fault = syntaxFaults.find(([sign]) => sign.test(`${code} ${message}`))?.[1]
    reading.faults.push({
      file,
      line,
      column: col,
      field: '',
      fault: fault ?? `this is not YAML: ${message}`,
    })
  }
  for (const alias of aliases.astray)
    reading.fault(
      alias,
      '',
      `“*${alias.source}” stands for nothing`,
      `write &${alias.source} before what it stands for, further up`,
    )
  return reading
}

/** What the parser says in its own terms, in ours. */
const syntaxFaults: readonly (readonly [sign: RegExp, fault: string])[] = [
  [/^MULTIPLE_DOCS/, 'the file holds more than one document'],
  [/call stack/, tooDeep],
]

interface Opened {
  readonly document: Document.Parsed
  readonly aliases: Aliases
}

interface Refused {
  readonly refused: string
}

const tooLong: Refused = { refused: `the file is longer than ${mostCharacters} characters` }

/** Refused where the text is nested so deeply, or repeats itself so often, that reading it would exhaust the machine. */
function open(text: string, counter: LineCounter): Opened | Refused {
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
    const aliases = aliasesIn(document.contents)
    if (aliases.size <= mostValues) return { document, aliases }
    return { refused: `the file holds more than ${mostValues} values once its repeats (*) are written out` }
  } catch (error) {
    if (error instanceof RangeError) return { refused: tooDeep }
    throw error
  }
}

function readingOf(
  document: Document.Parsed | undefined,
  aliases: Aliases | undefined,
  counter: LineCounter,
  file: string,
): Reading {
  const faults: Fault[] = []
  const placeOf = (node: Node | null) => counter.linePos(node?.range?.[0] ?? 0)
  return {
    file,
    root: document?.contents ?? null,
    faults,
    fault(node, field, fault, fix) {
      if (faults.length >= mostFaults) return undefined
      const { line, col } = placeOf(node)
      faults.push({
        file,
        line: Math.max(line, 1),
        column: Math.max(col, 1),
        field,
        fault,
        ...(fix && { fix }),
      })
      return undefined
    },
    resolve: (node) => (isAlias(node) ? (aliases?.targets.get(node) ?? null) : node),
    lineOf: (node) => Math.max(placeOf(node).line, 1),
  }
}
