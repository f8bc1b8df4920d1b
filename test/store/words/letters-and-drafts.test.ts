import assert from 'node:assert/strict'
import type { Acting } from '#core/people/acting.ts'
import { utcDay } from '#core/time/instant.ts'
import { gatherAccessCopy, readAccessCopy } from '#store/access-requests/access-copy.ts'
import { customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { keepDraft, listDrafts } from '#store/contacts/drafts.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readLetterDraft, saveLetterDraft } from '#store/letters/drafts.ts'
import { listLetters, readLetter } from '#store/letters/read-letters.ts'
import { sendLetter } from '#store/letters/send-letter.ts'
import type { Store } from '#store/store.ts'
import { accessTo } from '#store/words/access-log.ts'
import { eraseCustomer } from '#store/words/erase-customer.ts'
import { readAttachment } from '#store/words/read-attachments.ts'
import { asOwner } from '#test/wall/as-owner.ts'
import { add } from '../case-page/officers.ts'
import { done, eachDatabase } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'

// Letters, their copies and what is typed of them hold names and words: whoever is erased goes from them, they do not outlive
// their use, and reading them is written down of everybody they name.

const from = Date.parse('2026-03-02T09:00Z')
const page = (of: string) => Buffer.from(`%PDF-1.7 the page of ${of}`)

eachDatabase('Erasing who speaks for a customer reaches their copy, on paper and as mail', async (open) => {
  const { store, url, addLandlord } = await open({ now: () => from })
  const acting = await addLandlord()
  const caseId = await joanAndCarer(store, acting)
  const paper = done(await sendLetter(store, acting, letterTo(caseId, 1, 'letter')))
  done(await sendLetter(store, acting, letterTo(caseId, 2, 'e-mail')))
  done(await eraseCustomer(store, acting, { customerId: 'carer', why: 'asked for' }))
  const letters = done(await listLetters(store, acting, { caseId }))
  const copies = letters.filter(({ copyOf }) => copyOf === paper.letterId)
  const kept = letters.find(({ letterId }) => letterId === paper.letterId)
  assert.equal(copies.length, 1)
  for (const { attachmentId } of copies)
    assert.equal(refusal(await readAttachment(store, acting, attachmentId ?? '')).because, 'not found')
  assert.deepEqual(
    done(await readAttachment(store, acting, kept?.attachmentId ?? '')).content,
    page('joan'),
    'the customer’s own copy stays',
  )
  assert.deepEqual(
    await asOwner(url, 'select recipient from outbox where recipient is not null'),
    [{ recipient: 'joan@example.org' }],
    'mail to the customer goes all the same',
  )
  done(await eraseCustomer(store, acting, { customerId: 'joan', why: 'asked for' }))
  assert.equal(refusal(await readAttachment(store, acting, kept?.attachmentId ?? '')).because, 'not found')
  assert.deepEqual(await asOwner(url, 'select recipient from outbox where recipient is not null'), [])
})

eachDatabase('Who speaks for a customer is written down as read where their name is shown', async (open) => {
  const { store, addLandlord } = await open({ now: () => from })
  const acting = await addLandlord()
  const caseId = await joanAndCarer(store, acting)
  const { letterId } = done(await sendLetter(store, acting, letterTo(caseId, 1, 'letter')))
  const copy = done(await listLetters(store, acting, { caseId })).find(({ copyOf }) => copyOf === letterId)
  const read = async () => done(await accessTo(store, acting, 'carer')).map(({ what }) => what)
  assert.deepEqual(await read(), [])
  done(await readLetter(store, acting, copy?.letterId ?? ''))
  done(await customerAtHand(store, acting, { customerId: 'joan', why: 'a test' }))
  assert.deepEqual((await read()).toSorted(), ['customer', 'letter'])
})

eachDatabase('What was typed of a case goes with its customer, whoever typed it', async (open) => {
  const { store, addLandlord } = await open({ now: () => from })
  const acting = await addLandlord()
  const caseId = await joanAndCarer(store, acting)
  done(
    await keepDraft(store, acting, {
      draftId: '0123456789ABCDEF',
      fields: { case: caseId, details: 'Joan rang' },
    }),
  )
  done(
    await keepDraft(store, acting, {
      draftId: '0123456789ABCDEG',
      fields: { case: 'new', details: 'Bob rang' },
    }),
  )
  done(await eraseCustomer(store, acting, { customerId: 'joan', why: 'asked for' }))
  assert.deepEqual(
    done(await listDrafts(store, acting)).map(({ draftId }) => draftId),
    ['0123456789ABCDEG'],
  )
})

eachDatabase('Drafts of letters and copies of files do not outlive their use', async (open) => {
  let now = from
  const { store, addLandlord } = await open({ now: () => now })
  const acting = await addLandlord()
  const caseId = await joanAndCarer(store, acting)
  done(await saveLetterDraft(store, acting, { caseId, way: 'full', fields: { text: 'Dear' } }))
  const asked = { type: 'access-requested', data: { customer: 'joan' } }
  const request = done(await openCase(store, acting, { kind: 'access-request', act: asked })).caseId
  done(await recordAct(store, acting, request, { type: 'identity-confirmed' }))
  done(await gatherAccessCopy(store, acting, request))
  now = from + 89 * utcDay
  assert.deepEqual(await dropped(store, acting), [0, 0])
  now = from + 91 * utcDay
  assert.deepEqual(await dropped(store, acting), [1, 0])
  assert.equal(done(await readLetterDraft(store, acting, { caseId, way: 'full' })), 'none')
  now = from + 367 * utcDay
  assert.deepEqual(await dropped(store, acting), [0, 1])
  assert.equal(done(await readAccessCopy(store, acting, request)), undefined)
})

async function dropped(store: Store, acting: Acting) {
  const went = done(await dropOld(store, acting))
  return [went['drafts of letters'], went['copies of files']]
}

async function joanAndCarer(store: Store, acting: Acting): Promise<string> {
  await add(store, acting, 'customers', 'joan', {
    kind: 'person',
    name: 'Joan Doe',
    copyToRepresentative: true,
  })
  await add(store, acting, 'customers', 'carer', { kind: 'person', name: 'Cara Carer' })
  await add(store, acting, 'representatives', 'r1', {
    customer: 'joan',
    representative: 'carer',
    kind: 'carer',
    scope: 'everything',
    seenOn: '2026-01-01',
  })
  const act = { type: 'contact-received', data: { channel: 'letter', customer: 'joan' } }
  return done(await openCase(store, acting, { kind: 'enquiry', act })).caseId
}

function letterTo(caseId: string, expectedVersion: number, channel: 'letter' | 'e-mail') {
  const copy = (recipientId: string) => ({
    recipientId,
    to: [`${recipientId}@example.org`],
    ...(channel === 'letter' && { pdf: page(recipientId) }),
  })
  return {
    caseId,
    expectedVersion,
    act: { type: 'reply-sent', data: { full: expectedVersion > 1 } },
    channel,
    subject: 'About the roof',
    text: 'Dear Mrs Doe\n\nThe roof is mended.',
    copies: [copy('joan'), copy('carer')] as const,
    way: 'full',
  }
}
