import type { Acting } from '#core/people/acting.ts'
import { saveLetterDraft } from '#store/letters/drafts.ts'
import { setJargon } from '#store/letters/jargon.ts'
import { type LetterToSend, sendLetter } from '#store/letters/send-letter.ts'
import { saveTemplate } from '#store/letters/templates.ts'
import type { Store } from '#store/store.ts'
import { done } from '#test/store/databases.ts'

/** What A’s template is called. */
export const letterTemplate = 'walburgas-own'

/** Keeps a template, a word, a draft and a letter of A’s; gives the letter’s id. */
export async function letterOfA(store: Store, a: Acting, { caseId, mark }: { caseId: string; mark: string }) {
  const typed = {
    name: `${mark} writes`,
    purpose: 'full',
    channel: 'any',
    subject: `${mark} `,
    body: `${mark} `,
  }
  done(await saveTemplate(store, a, { templateId: letterTemplate, typed }))
  done(await setJargon(store, a, { word: `${mark} house`, say: `${mark} home` }))
  done(await saveLetterDraft(store, a, { caseId, way: 'full', fields: { text: `${mark} began` } }))
  const letter = { ...letterIn(caseId), subject: `${mark} wrote`, text: `${mark} wrote this`, way: 'holding' }
  return done(await sendLetter(store, a, { ...letter, expectedVersion: 2 })).letterId
}

/** A letter in a case. */
export function letterIn(caseId: string): LetterToSend {
  return {
    caseId,
    expectedVersion: 3,
    act: { type: 'acknowledgement-sent', data: {} },
    channel: 'e-mail',
    subject: 'Ours',
    text: 'Ours',
    copies: [{ to: ['somebody@example.org'] }],
    way: 'acknowledgement',
  }
}
