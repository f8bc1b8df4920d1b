/** How something is observed. A survey asks customers instead, and has pages of its own. */
export const observedBy = [
  'mystery-shop',
  'audit',
  'call-monitoring',
  'file-check',
  'readers-panel',
  'visit-form',
] as const

export type ObservedBy = (typeof observedBy)[number]

/** Tells the name of one from other text. */
export function isObservedBy(text: unknown): text is ObservedBy {
  return observedBy.some((each) => each === text)
}
