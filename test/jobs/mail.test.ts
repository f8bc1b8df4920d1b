import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '#core/refused.ts'
import { hour, minute } from '#core/time/instant.ts'
import { messageText } from '#jobs/mail/message-text.ts'
import { handOverDueMail, type Mail, type MailCarrier } from '#store/jobs/hand-over.ts'
import { failingMail, outboxState } from '#store/jobs/list-mail.ts'
import { eraseMailOf, queueMail } from '#store/jobs/outbox.ts'
import { done, openTestStore } from '../store/databases.ts'
import { asOwner, landlordIn, post } from './ground.ts'

/** A carrier that keeps what it was given, and fails as often as it is told. */
function remembering(failures = 0): MailCarrier & { readonly got: Mail[] } {
  const got: Mail[] = []
  return {
    name: 'remembering',
    takesMail: true,
    got,
    async carry(mail) {
      got.push(mail)
      if (got.length <= failures) throw new Error(`421 not now,\n try ${got.length} was too early`)
    },
  }
}

async function ground() {
  let now = Date.parse('2026-03-02T10:00Z')
  const opened = await openTestStore('embedded', { now: () => now })
  const acting = await landlordIn(opened)
  return { ...opened, acting, wait: (milliseconds: number) => (now += milliseconds) }
}

test('mail that is rolled back is never handed over; what was queued is, once', async () => {
  const { store, acting } = await ground()
  await store.database.transact(acting, 'jobs.write', async (tx) => {
    await queueMail(tx, { to: 'a@example.com', subject: 's', text: 't', about: 'a test' }, store.now())
    return refused('not valid', 'changed our mind')
  })
  await post(store, acting, { to: 'b@example.com' })
  const carrier = remembering()
  done(await handOverDueMail(store, acting, carrier))
  done(await handOverDueMail(store, acting, carrier))
  assert.deepEqual(
    carrier.got.map(({ to }) => to),
    ['b@example.com'],
  )
})

test('mail that fails is tried again under the same Message-ID, with waits that grow to six hours, and is never lost', async () => {
  const { store, acting, wait } = await ground()
  await post(store, acting)
  const carrier = remembering(9)
  const waits = []
  for (let tries = 0; tries < 9; tries++) {
    done(await handOverDueMail(store, acting, carrier))
    const [failing] = done(await failingMail(store, acting))
    assert.ok(failing)
    assert.equal(failing.failedWhy, `421 not now, try ${tries + 1} was too early`)
    waits.push((failing.nextAt - store.now()) / minute)
    done(await handOverDueMail(store, acting, carrier))
    assert.equal(carrier.got.length, tries + 1, 'not before its time')
    wait(failing.nextAt - store.now())
  }
  assert.deepEqual(waits, [1, 3, 9, 27, 81, 243, 6 * (hour / minute), 360, 360])
  done(await handOverDueMail(store, acting, carrier))
  assert.equal(new Set(carrier.got.map(({ messageId }) => messageId)).size, 1)
  assert.deepEqual(done(await outboxState(store, acting)), {
    waiting: 0,
    failing: 0,
    handedOver: 1,
    oldestWaitingAt: null,
  })
})

test('one mail that fails does not hold up the others', async () => {
  const { store, acting } = await ground()
  for (const to of ['a@example.com', 'b@example.com', 'c@example.com']) await post(store, acting, { to })
  assert.deepEqual(done(await handOverDueMail(store, acting, remembering(1))), {
    handedOver: 2,
    failed: 1,
    more: false,
  })
})

test('two rounds at once never hand over the same mail', async () => {
  const { store, acting } = await ground()
  for (let n = 0; n < 20; n++) await post(store, acting, { to: `m${n}@example.com` })
  const carrier = remembering()
  await Promise.all([1, 2, 3].map(() => handOverDueMail(store, acting, carrier)))
  assert.equal(carrier.got.length, 20)
  assert.equal(new Set(carrier.got.map(({ to }) => to)).size, 20)
})

test('the words of mail about a customer can be erased, and then it goes to nobody', async () => {
  const { store, acting, url } = await ground()
  await post(store, acting, { customerId: 'c1', text: 'Private' })
  await post(store, acting, { customerId: 'c2' })
  await store.database.transact(acting, 'words.erase', (tx) => eraseMailOf(tx, 'c1', store.now()))
  const carrier = remembering()
  done(await handOverDueMail(store, acting, carrier))
  assert.equal(carrier.got.length, 1)
  assert.deepEqual(
    await asOwner(url, `select recipient, subject, text from outbox where customer_id = 'c1'`),
    [{ recipient: null, subject: null, text: null }],
  )
})

test('a mail is written so that no letter is lost and no header can be added', () => {
  const mail = {
    mailId: 'M1',
    messageId: 'm1.1@kept',
    to: 'a@example.com\r\nBcc: all@example.com',
    subject: 'Ymateb i’ch llythyr — ŵyr 🏠 a chymaint mwy na hynny',
    text: `Annwyl Siân\n${'x'.repeat(2_000)}\n`,
    madeAt: Date.parse('2026-03-02T10:00Z'),
  }
  const [head = '', body = ''] = messageText(mail).split('\r\n\r\n')
  const lines = head.split('\r\n')
  assert.ok(!lines.some((line) => line.startsWith('Bcc')))
  assert.ok(lines.includes('Message-ID: <m1.1@kept>'))
  assert.ok(lines.includes('Date: Mon, 02 Mar 2026 10:00:00 +0000'))
  assert.ok(
    [...lines, ...body.split('\r\n')].every((line) => line.length <= 78 && /^[\x20-\x7e]*$/.test(line)),
  )
  const words = [...head.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  )
  assert.equal(words.join(''), mail.subject)
  assert.equal(Buffer.from(body, 'base64').toString(), mail.text)
})
