import { isMap, isScalar, isSeq, parseDocument, type Scalar, stringify, type YAMLMap } from 'yaml'
import { type Refusal, refuse } from '#core/refusal.ts'

/** One promise said otherwise: its length, its target, or both. */
export interface PackChange {
  readonly promise: string
  readonly within?: string
  readonly target?: string
}

const byHand = 'hand in a draft of the whole pack instead'

/**
 * A pack’s text with one promise changed and every other letter, comment and blank line as it was. The places to change are
 * found in the document, and only there is the text replaced.
 */
export function changedPack(text: string, { promise, within, target }: PackChange): string | Refusal {
  const found = promiseIn(text, promise)
  if (found === undefined) return refuse(`the pack has no promise ${promise}`, 'choose one of the list')
  const edits: Edit[] = []
  if (within !== undefined) {
    const written = found.getIn(['clock', 'within'], true)
    if (isNamed(found.get('clock', true)) || !isPlaced(written))
      return refuse(`the length of ${promise} does not stand by itself`, byHand)
    edits.push(editOf(written, within))
  }
  if (target !== undefined) {
    const edit = targetEdit(found, text, target)
    if (edit === undefined) return refuse(`the target of ${promise} does not stand by itself`, byHand)
    edits.push(edit)
  }
  return edited(text, edits)
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function promiseIn(text: string, id: string): YAMLMap | undefined {
  const promises = parseDocument(text).get('promises')
  if (!isSeq(promises)) return undefined
  return promises.items.find((each): each is YAMLMap => isMap(each) && each.get('id') === id)
}

type Placed = Scalar & { readonly range: NonNullable<Scalar['range']> }

/** Other places may be called by its name. */
function isNamed(node: unknown): boolean {
  return isMap(node) && node.anchor !== undefined
}

/** Not what another place is called by, or calls: changing it would change that as well. */
function isPlaced(node: unknown): node is Placed {
  return isScalar(node) && Array.isArray(node.range) && node.anchor === undefined
}

function editOf({ range: [from, to] }: Placed, value: string): Edit {
  return { from, to, text: stringify(value, { lineWidth: 0 }).trimEnd() }
}

/** A promise that has no target gets one on a line of its own, before its section. */
function targetEdit(promise: YAMLMap, text: string, value: string): Edit | undefined {
  const there = promise.get('target', true)
  if (there !== undefined) return isPlaced(there) ? editOf(there, value) : undefined
  const section = promise.items.find(({ key }) => isScalar(key) && key.value === 'section')?.key
  if (promise.flow === true || !isPlaced(section)) return undefined
  const [at] = section.range
  const margin = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1))
  return { from: at, to: at, text: `target: ${stringify(value, { lineWidth: 0 }).trimEnd()}\n${margin}` }
}

/** From the last place to the first, so that earlier places stay where they are. */
function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((so, { from, to, text: put }) => so.slice(0, from) + put + so.slice(to), text)
}
