import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import type { VisitShown } from '#store/diaries/visits.ts'
import type { Store } from '#store/store.ts'
import { wordsOfEvent } from '../diary/paper.ts'

const gave = 'The visitor gave the name '

/** What is written down of somebody whom we do not know: a sentence, so that it reads well in the case. */
export function nameGivenAsNote(name: string): string {
  return `${gave}${name}`
}

/** The names that those gave whom we do not know, by visit: nobody can be called by a reference. */
export async function namesGiven(
  store: Store,
  acting: Acting,
  visits: readonly Pick<VisitShown, 'caseId' | 'customerId'>[],
): Promise<ReadonlyMap<string, string>> {
  const given = new Map<string, string>()
  if (!acting.may.has('words.read')) return given
  for (const { caseId } of visits.filter(({ customerId }) => customerId === null)) {
    const asked = { caseId, type: 'visitor-arrived', kind: 'note', why: '/reception' } as const
    const words = await wordsOfEvent(store, acting, asked)
    if (!isRefused(words) && words.startsWith(gave)) given.set(caseId, words.slice(gave.length))
  }
  return given
}
