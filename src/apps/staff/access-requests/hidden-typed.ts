import { type Fields, listIn } from '#http/layout/fields.ts'
import type { CopyItem } from '#store/access-requests/access-copy.ts'
import { passagesOf, type Span } from '#store/access-requests/redacted.ts'

/** The name of the boxes of one thing in the copy. */
export function boxesOf({ place }: Pick<CopyItem, 'place'>): string {
  return `hide-${place}`
}

/**
 * What is to be hidden of the things shown, by the boxes ticked. What was hidden of a part of a sentence, by a typed
 * passage, stays hidden: no box stands for it.
 */
export function hiddenTyped(
  fields: Fields,
  items: readonly CopyItem[],
): ReadonlyMap<number, readonly Span[]> {
  return new Map(
    items.map((item) => {
      const passages = passagesOf(item.text)
      const ticked = new Set(listIn(fields, boxesOf(item)))
      const chosen = passages.filter(({ starts }) => ticked.has(String(starts)))
      const parts = item.hidden.filter((span) => !passages.some((passage) => covers(span, passage)))
      return [item.place, [...chosen, ...parts].map(({ starts, ends }) => ({ starts, ends }))]
    }),
  )
}

/** Whether all of a passage is hidden by a span. */
export function covers(span: Span, passage: Span): boolean {
  return span.starts <= passage.starts && span.ends >= passage.ends
}
