import { type Alias, isAlias, isMap, isSeq, type Node } from 'yaml'

/** What the aliases (`*answers`) of a document stand for, found in one walk. */
export interface Aliases {
  /** What each stands for: the anchor (`&answers`) last given before it. One within its own anchor stands for nothing. */
  readonly targets: ReadonlyMap<Alias, Node>
  /** Those that stand for nothing. */
  readonly astray: readonly Alias[]
  /** How many values the document holds once each alias is written out. */
  readonly size: number
}

interface Anchored {
  readonly node: Node
  readonly size: number
}

/** Finds what every alias stands for. An anchor counts once it is whole, so that nothing can hold itself. */
export function aliasesIn(root: Node | null): Aliases {
  const anchors = new Map<string, Anchored>()
  const targets = new Map<Alias, Node>()
  const astray: Alias[] = []
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) {
      const anchored = anchors.get(node.source)
      if (anchored === undefined) astray.push(node)
      else targets.set(node, anchored.node)
      return anchored?.size ?? 1
    }
    let size = 1
    if (isSeq(node)) for (const item of node.items) size += sizeOf(item)
    else if (isMap(node)) for (const { key, value } of node.items) size += sizeOf(key) + sizeOf(value)
    const anchor = anchorOf(node)
    if (anchor !== undefined) anchors.set(anchor, { node: node as Node, size })
    return size
  }
  return { size: sizeOf(root), targets, astray }
}

function anchorOf(node: unknown): string | undefined {
  const anchor = typeof node === 'object' && node !== null && 'anchor' in node ? node.anchor : undefined
  return typeof anchor === 'string' ? anchor : undefined
}
