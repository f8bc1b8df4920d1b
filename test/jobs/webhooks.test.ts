import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { hour, minute, utcDay } from '#core/time/instant.ts'
import { deliveringToWebhook } from '#jobs/tasks/deliver-to-webhook.ts'
import { webhookSender } from '#jobs/webhooks/send.ts'
import { listJobs } from '#store/jobs/list-jobs.ts'
import { deliverDue } from '#store/jobs/webhooks/deliver.ts'
import { listDeliveries, sendAgain } from '#store/jobs/webhooks/list-deliveries.ts'
import {
  addWebhook,
  changeSecret,
  changeWebhook,
  listWebhooks,
  removeWebhook,
  type WebhookToAdd,
} from '#store/jobs/webhooks/webhook.ts'
import { openSecretBox } from '#store/people/secret-box.ts'
import { done, openTestStore } from '../store/databases.ts'
import { ledgerGround, type LedgerGround, letter, refusal, reply } from '../store/ledger/ground.ts'
import { asOwner, until, work } from './ground.ts'
import { isSigned, type Receiver, receiver } from './receiver.ts'

const box = openSecretBox('a secret of this test, long enough')
const rules = { box, privateAddresses: true }
const deliver = { send: webhookSender({ privateAddresses: true, milliseconds: 60_000 }), box }
const impatient = { send: webhookSender({ privateAddresses: true, milliseconds: 500 }), box }

const open = () => ledgerGround((options) => openTestStore('embedded', options))

async function hook(
  { store, acting }: LedgerGround,
  { url }: Pick<Receiver, 'url'>,
  more: Partial<WebhookToAdd> = {},
) {
  return done(await addWebhook(store, acting, { url, ...more }, rules))
}

async function deliveryOf({ store, acting }: LedgerGround) {
  const [first] = done(await listDeliveries(store, acting))
  assert.ok(first, 'there is no delivery')
  return first
}

test('a recorded event is told to the webhooks that want it, signed, with facts and no words', async (t) => {
  const ground = await open()
  const { store, acting } = ground
  const [all, some] = [await receiver(t), await receiver(t)]
  const { secret } = await hook(ground, all)
  await hook(ground, some, { types: ['reply-sent'] })
  await work(t, ground, [deliveringToWebhook(deliver)])
  const caseId = await ground.open({ ...letter, words: [{ kind: 'message', text: 'My roof leaks' }] })
  await ground.record(caseId, reply)
  await until(
    'each came to whom it is for',
    async () => all.received.length === 2 && some.received.length === 1,
  )
  const [first] = all.received
  assert.ok(first)
  assert.ok(isSigned(first, secret), 'the signature is right')
  assert.ok(!isSigned({ ...first, body: `${first.body} ` }, secret), 'a changed body is noticed')
  const told = JSON.parse(first.body) as { type: string; data: Record<string, unknown> }
  assert.equal(told.type, 'contact-received')
  assert.equal(told.data['case'], caseId)
  assert.equal(told.data['sequence'], 1)
  assert.doesNotMatch(first.body, /roof/)
  assert.equal((JSON.parse(some.received[0]?.body ?? '') as { type: string }).type, 'reply-sent')
  await until('all are delivered', async () =>
    done(await listDeliveries(store, acting)).every(({ state }) => state === 'delivered'),
  )
})

test('what is rolled back is told to nobody, and where there is no webhook nothing is queued', async () => {
  const ground = await open()
  const { store, acting } = ground
  await ground.open(letter)
  assert.deepEqual(done(await listDeliveries(store, acting)), [])
  assert.ok(!done(await listJobs(store, acting)).some(({ task }) => task === 'deliver-to-webhook'))
})

test('a receiver that fails is tried again, under the same id, with waits that grow, until it takes it', async (t) => {
  const ground = await open()
  const { store, acting } = ground
  const end = await receiver(t)
  const { webhookId, secret } = await hook(ground, end)
  end.answer(500)
  await ground.open(letter)
  done(await deliverDue(store, acting, webhookId, deliver))
  const failed = await deliveryOf(ground)
  assert.deepEqual(
    [failed.state, failed.tries, failed.lastStatus, failed.lastError, failed.nextAt - store.now()],
    ['waiting', 1, 500, 'the receiver answered 500', minute],
  )
  const job = done(await listJobs(store, acting)).find(({ runAt }) => runAt === failed.nextAt)
  assert.equal(job?.task, 'deliver-to-webhook', 'a job comes back for it')
  done(await deliverDue(store, acting, webhookId, deliver))
  assert.equal(end.received.length, 1, 'not before its time')
  end.answer(200)
  ground.at('2026-03-02T10:01Z')
  done(await deliverDue(store, acting, webhookId, deliver))
  assert.deepEqual([(await deliveryOf(ground)).state, (await deliveryOf(ground)).tries], ['delivered', 2])
  const [one, two] = end.received
  assert.ok(one && two)
  assert.equal(one.headers['webhook-id'], two.headers['webhook-id'])
  assert.notEqual(one.headers['webhook-timestamp'], two.headers['webhook-timestamp'])
  assert.ok(isSigned(two, secret))
})

test('after eight tries in about a day a delivery is dead, listed as such, and can be sent again by hand', async (t) => {
  const ground = await open()
  const { store, acting } = ground
  const end = await receiver(t)
  const { webhookId } = await hook(ground, end)
  end.answer(503)
  await ground.open(letter)
  const began = store.now()
  let last = began
  for (let tries = 0; tries < 20; tries++) {
    done(await deliverDue(store, acting, webhookId, deliver))
    const { state, nextAt } = await deliveryOf(ground)
    if (state !== 'waiting') break
    last = nextAt
    ground.at(new Date(nextAt).toISOString())
  }
  const dead = await deliveryOf(ground)
  assert.deepEqual([dead.state, dead.tries, end.received.length], ['dead', 8, 8])
  assert.ok(last - began > 20 * hour && last - began < 25 * hour)
  assert.deepEqual(done(await listDeliveries(store, acting, { state: 'dead' })), [dead])
  assert.deepEqual(done(await listDeliveries(store, acting, { state: 'waiting' })), [])

  end.answer(204)
  done(await sendAgain(store, acting, dead.deliveryId))
  done(await deliverDue(store, acting, webhookId, deliver))
  assert.deepEqual([(await deliveryOf(ground)).state, end.received.length], ['delivered', 9])
})

test('a redirect is not followed, and a receiver that says nothing is left after a while', async (t) => {
  const ground = await open()
  const { store, acting } = ground
  const [end, elsewhere] = [await receiver(t), await receiver(t)]
  const { webhookId } = await hook(ground, end)
  end.answer(302, { location: elsewhere.url })
  await ground.open(letter)
  done(await deliverDue(store, acting, webhookId, deliver))
  assert.equal((await deliveryOf(ground)).lastStatus, 302)
  assert.equal(elsewhere.received.length, 0)
  end.answer(0)
  ground.at('2026-03-02T10:01Z')
  done(await deliverDue(store, acting, webhookId, impatient))
  assert.match((await deliveryOf(ground)).lastError ?? '', /no answer within 0.5 seconds/)
})

test('a new secret signs at once, and the one before it for a day', async (t) => {
  const ground = await open()
  const { store, acting } = ground
  const end = await receiver(t)
  const { webhookId, secret: old } = await hook(ground, end)
  const { secret } = done(await changeSecret(store, acting, webhookId, rules))
  assert.notEqual(secret, old)
  await ground.open(letter)
  done(await deliverDue(store, acting, webhookId, deliver))
  const [first] = end.received
  assert.ok(first && isSigned(first, secret) && isSigned(first, old))
  ground.at(new Date(store.now() + utcDay).toISOString())
  await ground.open(letter)
  done(await deliverDue(store, acting, webhookId, deliver))
  const second = end.received[1]
  assert.ok(second && isSigned(second, secret) && !isSigned(second, old))
})

test('the secret is shown once and lies sealed in the database', async (t) => {
  const ground = await open()
  const { store, acting, url } = ground
  const { secret } = await hook(ground, await receiver(t))
  assert.ok(!JSON.stringify(done(await listWebhooks(store, acting))).includes(secret))
  const [row] = await asOwner<{ secret: Buffer }>(url, 'select secret from webhooks')
  assert.ok(row && !row.secret.toString('latin1').includes(secret.slice(6)))
  assert.equal(openSecretBox('another secret, which is also long').open(row.secret, 'webhook'), undefined)
})

test('a webhook that is off is told nothing new, and what was waiting goes when it is on again', async (t) => {
  const ground = await open()
  const { store, acting } = ground
  const end = await receiver(t)
  const { webhookId } = await hook(ground, end)
  await ground.open(letter)
  done(await changeWebhook(store, acting, webhookId, { active: false }, rules))
  await ground.open(letter)
  done(await deliverDue(store, acting, webhookId, deliver))
  assert.equal(end.received.length, 0)
  done(await changeWebhook(store, acting, webhookId, { active: true }, rules))
  done(await deliverDue(store, acting, webhookId, deliver))
  assert.equal(end.received.length, 1)
  done(await removeWebhook(store, acting, webhookId))
  assert.deepEqual(done(await listDeliveries(store, acting)), [])
  assert.equal(refusal(await removeWebhook(store, acting, webhookId)).because, 'not found')
})

test('only facts over https to the public internet, unless this installation says otherwise', async () => {
  const ground = await open()
  const { store, acting } = ground
  const strict = { box, privateAddresses: false }
  const wrong = [
    'ftp://example.com/',
    'http://example.com/',
    'http://127.0.0.1/',
    'https://name:word@example.com/',
    'https://example.com/#part',
    'example.com',
  ]
  for (const url of wrong) {
    const refused = refusal(await addWebhook(store, acting, { url }, strict))
    assert.deepEqual([refused.because, refused.field], ['not valid', '/url'], url)
  }
  const types = refusal(
    await addWebhook(store, acting, { url: 'https://example.com/', types: ['reply-sentt'] }, strict),
  )
  assert.match(types.fix ?? '', /reply-sent/)
  assert.ok(!isRefused(await addWebhook(store, acting, { url: 'https://example.com/kept' }, strict)))
})

test('nothing is sent to a private address, whether it is written or a name leads to it', async (t) => {
  const end = await receiver(t)
  const { port } = new URL(end.url)
  const send = webhookSender({ privateAddresses: false })
  const message = { messageId: 'm1', body: '{}', secrets: ['whsec_aaaa'], at: 0 }
  for (const host of [
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '10.0.0.1',
    '192.168.1.1',
    'localhost',
    '2130706433',
    '0x7f.1',
  ])
    await assert.rejects(
      send({ ...message, url: `http://${host}:${port}/` }),
      /not on the public internet/,
      host,
    )
  assert.equal(end.received.length, 0)
})
