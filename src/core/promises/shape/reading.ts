import { type Alias, type Document, isAlias, LineCounter, type Node, parseDocument } from 'yaml'
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
/** One slip of syntax can make a hundred more out of what follows it. */
const mostSyntaxFaults = 10

/** Opens YAML text for reading; faults of YAML itself are noted at once. */
export function openReading(text: string, file: string): Reading {
  const counter = new LineCounter()
  const refused =
    text.length > mostCharacters ? `the file is longer than ${mostCharacters} characters` : undefined
  const document = refused === undefined ? documentOf(text, counter) : undefined
  const reading = readingOf(document, counter, file)
  if (document === undefined) reading.fault(null, '', refused ?? 'the file is nested too deeply to be read')
  for (const error of document?.errors.slice(0, mostSyntaxFaults) ?? []) {
    const { line, col } = counter.linePos(error.pos[0])
    reading.faults.push({ file, line, column: col, field: '', fault: `this is not YAML: ${error.message}` })
  }
  return reading
}

/** Undefined where the text is nested so deeply that reading it would exhaust the stack. */
function documentOf(text: string, counter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter: counter, prettyErrors: false })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function readingOf(document: Document.Parsed | undefined, counter: LineCounter, file: string): Reading {
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
    resolve: (node) => (isAlias(node) ? resolved(node, document) : node),
    lineOf: (node) => Math.max(placeOf(node).line, 1),
  }
}

function resolved(alias: Alias, document: Document.Parsed | undefined): Node | null {
  return document === undefined ? null : ((alias.resolve(document) as Node | undefined) ?? null)
}
