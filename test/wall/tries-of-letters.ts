import { checkLetter } from '#store/letters/check-letter.ts'
import { dropLetterDraft, readLetterDraft, saveLetterDraft } from '#store/letters/drafts.ts'
import { markPosted, withdrawLetter } from '#store/letters/end-letter.ts'
import { readJargon, setJargon } from '#store/letters/jargon.ts'
import { readLetterGround } from '#store/letters/letter-ground.ts'
import { countWaiting, listLetters, readLetter } from '#store/letters/read-letters.ts'
import { sendLetter } from '#store/letters/send-letter.ts'
import { endTemplate, listTemplates, readTemplate, saveTemplate } from '#store/letters/templates.ts'
import type { Try } from './try.ts'
import { letterIn, letterTemplate } from './letters-across.ts'

const reason = 'not-needed'

/** Takes the id of something of A’s. */
export const foundOfLetters: Readonly<Record<string, Try>> = {
  readTemplate: ({ store }, acting) => readTemplate(store, acting, letterTemplate),
  readLetterGround: ({ store, ids }, acting) => readLetterGround(store, acting, ids.case),
  readLetterDraft: ({ store, ids }, acting) =>
    readLetterDraft(store, acting, { caseId: ids.case, way: 'full' }),
  saveLetterDraft: ({ store, ids }, acting) =>
    saveLetterDraft(store, acting, { caseId: ids.case, way: 'full', fields: {} }),
  dropLetterDraft: ({ store, ids }, acting) =>
    dropLetterDraft(store, acting, { caseId: ids.case, way: 'full' }),
  checkLetter: ({ store, ids }, acting) =>
    checkLetter(store, acting, { caseId: ids.case, act: { type: 'acknowledgement-sent', data: {} } }),
  sendLetter: ({ store, ids }, acting) => sendLetter(store, acting, letterIn(ids.case)),
  readLetter: ({ store, ids }, acting) => readLetter(store, acting, ids.letter),
  withdrawLetter: ({ store, ids }, acting) => withdrawLetter(store, acting, { letterId: ids.letter, reason }),
  endTemplate: ({ store }, acting) => endTemplate(store, acting, { templateId: letterTemplate, ended: true }),
}

/** Lists, and what is free for every landlord. */
export const shownOfLetters: Readonly<Record<string, Try>> = {
  listTemplates: ({ store }, acting) => listTemplates(store, acting, { ended: true }),
  saveTemplate: ({ store }, acting) =>
    saveTemplate(store, acting, {
      templateId: letterTemplate,
      typed: { name: 'Ours', purpose: 'full', channel: 'any', subject: 'Ours', body: 'Ours' },
    }),
  readJargon: ({ store }, acting) => readJargon(store, acting),
  setJargon: ({ store }, acting) => setJargon(store, acting, { word: 'ours', say: 'our own' }),
  listLetters: ({ store, ids }, acting) => listLetters(store, acting, { caseId: ids.case }),
  countWaiting: ({ store }, acting) => countWaiting(store, acting),
  markPosted: ({ store, ids }, acting) => markPosted(store, acting, [ids.letter]),
}
