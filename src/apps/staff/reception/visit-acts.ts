/** What can be done with a visitor, by the last part of its address. */
export const visitActs = {
  advise: { title: 'Say how long the wait is', button: 'They know', done: 'advised' },
  nobody: { title: 'Nobody is available', button: 'Record it', done: 'nobody' },
  seen: { title: 'The visitor is being seen', button: 'They are being seen', done: 'seen' },
  left: { title: 'The visitor leaves', button: 'They have left', done: 'left' },
} as const

export type VisitAct = keyof typeof visitActs

/** Tells one of them from other text. */
export function isVisitAct(text: string): text is VisitAct {
  return Object.hasOwn(visitActs, text)
}
