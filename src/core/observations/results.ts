import type { ObservedItem } from './observed-item.ts'

/** What an observer says of an item; one left blank was not judged, and is not a no. */
export const itemAnswers = ['yes', 'no', 'n-a'] as const

export type ItemAnswer = (typeof itemAnswers)[number]

/** Tells an answer from other text. */
export function isItemAnswer(text: unknown): text is ItemAnswer {
  return itemAnswers.some((each) => each === text)
}

/** One item as it was judged, and where. */
export interface Judged {
  readonly item: string
  readonly answer: ItemAnswer
  readonly place: string | null
}

/** How often an item was judged each way. Of `yes` and `no` together the share is taken. */
export interface ItemResult {
  readonly yes: number
  readonly no: number
  readonly notApplicable: number
}

/** What observers found of each item of a form, in the form’s order; what the form does not ask is not in it. */
export function resultsByItem(
  items: readonly Pick<ObservedItem, 'item'>[],
  judged: readonly Judged[],
): ReadonlyMap<string, ItemResult> {
  const found = Map.groupBy(judged, ({ item }) => item)
  return new Map(items.map(({ item }) => [item, resultOf(found.get(item) ?? [])]))
}

/** How often these were judged each way. */
export function resultOf(judged: readonly Pick<Judged, 'answer'>[]): ItemResult {
  const many = (answer: ItemAnswer) => judged.filter((each) => each.answer === answer).length
  return { yes: many('yes'), no: many('no'), notApplicable: many('n-a') }
}
