import { customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { dropDraft, keepDraft, listDrafts, readDraft } from '#store/contacts/drafts.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { recordContact } from '#store/contacts/record-contact.ts'
import { readCalls, stampOfCalls } from '#store/contacts/waiting-calls.ts'
import type { Try } from './try.ts'
import { contactDraft, mark } from './two-landlords.ts'

const letter = { type: 'contact-received', data: { channel: 'letter' } }
const why = 'a try'
const draftId = 'FEDCBA9876543210'

/** Contacts, their drafts and calls: those that take the id of something of A’s. */
export const foundOfContacts: Readonly<Record<string, Try>> = {
  customerAtHand: ({ store, ids }, acting) =>
    customerAtHand(store, acting, { customerId: ids.customers, why }),
  recordContact: ({ store, ids }, acting) =>
    recordContact(store, acting, { draftId, caseId: ids.case, steps: [{ in: ids.case, act: letter }] }),
  readDraft: ({ store }, acting) => readDraft(store, acting, contactDraft),
}

/** And those that list what is one’s own. */
export const shownOfContacts: Readonly<Record<string, Try>> = {
  findPersons: ({ store }, acting) => findPersons(store, acting, { text: mark, why }),
  listDrafts: ({ store }, acting) => listDrafts(store, acting),
  keepDraft: ({ store }, acting) => keepDraft(store, acting, { draftId, fields: { subject: 'ours' } }),
  dropDraft: ({ store }, acting) => dropDraft(store, acting, draftId),
  readCalls: ({ store }, acting) => readCalls(store, acting),
  stampOfCalls: async ({ store }, acting) => [await stampOfCalls(store, acting)],
}
