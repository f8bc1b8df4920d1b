import assert from 'node:assert/strict'
import type { Acting } from '#core/people/acting.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { readLetterDraft, saveLetterDraft } from '#store/letters/drafts.ts'
import { markPosted, withdrawLetter } from '#store/letters/end-letter.ts'
import { readJargon, setJargon } from '#store/letters/jargon.ts'
import { readLetterGround } from '#store/letters/letter-ground.ts'
import { listLetters, readLetter } from '#store/letters/read-letters.ts'
import { type LetterToSend, sendLetter } from '#store/letters/send-letter.ts'
import { listTemplates, readTemplate, saveTemplate } from '#store/letters/templates.ts'
import { openCase } from '#store/ledger/append.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { representatives } from '#store/masters/kinds/representatives.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { Store } from '#store/store.ts'
import { accessTo } from '#store/words/access-log.ts'
import { eraseCustomer } from '#store/words/erase-customer.ts'
import { readAttachment } from '#store/words/read-attachments.ts'
import { done, eachDatabase } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'

const pdf = Buffer.from('%PDF-1.7 the page as it went')

eachDatabase('A letter is sent with its act, kept as it went, and posted once', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const letter = letterIn(await caseOfJoan(store, acting))
  done(await saveLetterDraft(store, acting, { caseId: letter.caseId, way: 'full', fields: { text: 'Dear' } }))
  const stale = refusal(await sendLetter(store, acting, { ...letter, expectedVersion: 7 }))
  assert.equal(stale.because, 'changed meanwhile')
  const { letterId } = done(await sendLetter(store, acting, letter))
  assert.equal(done(await readLetterDraft(store, acting, { caseId: letter.caseId, way: 'full' })), 'none')
  const shown = done(await readLetter(store, acting, letterId))
  assert.deepEqual(
    [shown.text, shown.envelope, shown.score, shown.state],
    [letter.text, ['About the roof', 'Mrs Doe', '2 Low Road'], 90, 'waiting'],
  )
  const kept = done(await readAttachment(store, acting, shown.attachmentId ?? '', 'a test'))
  assert.deepEqual(kept.content, pdf)
  const { events } = done(await readTimeline(store, acting, letter.caseId))
  assert.equal(events.at(-1)?.event_id, letterId)
  assert.ok(done(await accessTo(store, acting, 'joan')).some(({ what }) => what === 'letter'))
  assert.deepEqual(done(await markPosted(store, acting, [letterId])), { posted: 1 })
  assert.equal(refusal(await markPosted(store, acting, [letterId])).because, 'not found')
  assert.match(
    refusal(await withdrawLetter(store, acting, { letterId, reason: 'not-needed' })).refusal,
    /gone already/,
  )
})

eachDatabase(
  'An e-mail goes into the outbox of mail; taken back, its promises run again and nobody is sent it',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    const caseId = await caseOfJoan(store, acting)
    const first = { recipientId: 'joan', to: ['joan@example.org'] }
    const letter: LetterToSend = {
      ...letterIn(caseId),
      channel: 'e-mail',
      copies: [first, { recipientId: 'carer', to: ['carer@example.org'] }],
    }
    const { letterId } = done(await sendLetter(store, acting, letter))
    const sent = done(await listLetters(store, acting, { caseId }))
    assert.deepEqual(
      sent.map(({ state }) => state),
      ['waiting', 'waiting'],
    )
    const copy = sent.find(({ copyOf }) => copyOf !== null)
    assert.match(
      refusal(await withdrawLetter(store, acting, { letterId: copy?.letterId ?? '', reason: 'not-needed' }))
        .refusal,
      /a copy/,
    )
    assert.equal(
      refusal(await withdrawLetter(store, acting, { letterId, reason: 'because' })).because,
      'not valid',
    )
    const before = done(await readCase(store, acting, caseId)).clocks.filter(
      ({ outcome }) => outcome === 'running',
    ).length
    done(await withdrawLetter(store, acting, { letterId, reason: 'wrong-address' }))
    const after = done(await readCase(store, acting, caseId)).clocks.filter(
      ({ outcome }) => outcome === 'running',
    ).length
    assert.ok(after > before, `${before} clocks ran, and then ${after}`)
    assert.deepEqual(done(await listLetters(store, acting, { state: 'withdrawn' })).length, 2)
  },
)

eachDatabase('What a letter is made of: who reads it, how, who has a copy, and who writes', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const caseId = await caseOfJoan(store, acting)
  done(await addMaster(store, acting, needs, { values: { customer: 'joan', need: 'large-print' } }))
  const authority = {
    customer: 'joan',
    representative: 'carer',
    kind: 'carer',
    scope: 'everything',
    seenOn: '2020-01-01',
  }
  done(await addMaster(store, acting, representatives, { values: authority }))
  const over = { ...authority, representative: 'before', validUntil: '2021-01-01' }
  done(await addMaster(store, acting, representatives, { values: over }))
  const ground = done(await readLetterGround(store, acting, caseId))
  assert.deepEqual(ground.needs, ['large-print'])
  assert.equal(ground.customer?.address, '2 Low Road\nPA4 9ZZ')
  assert.deepEqual(
    ground.copiesTo.map(({ name }) => name),
    ['Cara Carer'],
    'authority that is over is none',
  )
  assert.notEqual(ground.receivedAt, null)
  done(await eraseCustomer(store, acting, { customerId: 'joan', why: 'asked for' }))
  assert.equal(done(await readLetterGround(store, acting, caseId)).customer, undefined)
})

eachDatabase(
  'A template is changed into a new version, by one person at a time, and says only what can be put in',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    const { template } = done(await readTemplate(store, acting, 'full-reply'))
    assert.equal(template.version, 0)
    const typed = { ...template, subject: 'Ours', body: 'Dear ((customer name))' }
    done(await saveTemplate(store, acting, { templateId: 'full-reply', typed, expected: 0 }))
    const late = refusal(await saveTemplate(store, acting, { templateId: 'full-reply', typed, expected: 0 }))
    assert.equal(late.because, 'changed meanwhile')
    const odd = { ...typed, body: 'Dear ((custmer name))' }
    assert.match(
      refusal(await saveTemplate(store, acting, { templateId: 'full-reply', typed: odd, expected: 1 }))
        .refusal,
      /nothing can be put in for \(\(custmer name\)\)/,
    )
    assert.equal(
      refusal(await saveTemplate(store, acting, { templateId: 'full-reply', typed })).because,
      'already there',
    )
    const { versions } = done(await readTemplate(store, acting, 'full-reply'))
    assert.deepEqual(
      versions.map(({ version, subject }) => [version, subject]),
      [
        [1, 'Ours'],
        [0, template.subject],
      ],
    )
    assert.ok(
      done(await listTemplates(store, acting)).some(
        ({ templateId, version }) => templateId === 'full-reply' && version === 1,
      ),
    )
    done(await setJargon(store, acting, { word: 'Arrears' }))
    done(await setJargon(store, acting, { word: 'Decarbonisation', say: 'heating that does less harm' }))
    const words = done(await readJargon(store, acting)).map(({ word }) => word)
    assert.ok(words.includes('decarbonisation') && !words.includes('arrears'))
  },
)

async function caseOfJoan(store: Store, acting: Acting): Promise<string> {
  const joan = {
    kind: 'person',
    name: 'Joan Doe',
    address: '2 Low Road',
    postcode: 'PA4 9ZZ',
    copyToRepresentative: true,
  }
  done(await addMaster(store, acting, customers, { id: 'joan', values: joan }))
  for (const [id, name] of [
    ['carer', 'Cara Carer'],
    ['before', 'Bea Before'],
  ] as const)
    done(await addMaster(store, acting, customers, { id, values: { kind: 'person', name } }))
  const act = { type: 'contact-received', data: { channel: 'letter', customer: 'joan' } }
  return done(await openCase(store, acting, { kind: 'enquiry', act })).caseId
}

function letterIn(caseId: string): LetterToSend {
  return {
    caseId,
    expectedVersion: 1,
    act: { type: 'reply-sent', data: { full: true } },
    channel: 'letter',
    subject: 'About the roof',
    text: 'Dear Mrs Doe\n\nThe roof is mended.',
    copies: [{ recipientId: 'joan', to: ['Mrs Doe', '2 Low Road'], pdf }],
    score: 90,
    way: 'full',
  }
}
