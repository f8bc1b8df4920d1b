import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { kindRoutes } from '#apps/api/kinds/index.ts'
import { asked, code, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Route } from '#http/api/route.ts'
import { csv } from '#importers/csv/importer.ts'
import { kinds } from '#kinds/index.ts'
import { openingActs, possibleActs } from '#store/acts/possible-acts.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { openStore, type Store } from '#store/store.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { packText } from '#test/core/promises/little-pack.ts'
import { feed } from '#test/core/time/calendars.ts'
import { allOf, bytesOf } from '#test/importers/reading.ts'
import { done, openTestStore, type TestStore } from '#test/store/databases.ts'
import { refusal } from '#test/store/ledger/ground.ts'
import { glossaryOf } from '../../scripts/glossary.ts'

/** A kind that is none of ours: keys that customers lose. */
const lostKey: KindDefinition = {
  kind: 'lost-key',
  says: 'Somebody lost a key.',
  events: {
    'key-lost': {
      says: 'Somebody told us that a key is lost.',
      act: 'Report a lost key',
      opens: true,
      once: true,
      fields: {
        door: asked('Which door is it for?', toRecord(code('the door')), {
          suggests: ['front', 'bin-store'],
        }),
      },
    },
    'key-cut': {
      says: 'A new key was cut.',
      act: 'Give a new key',
      follows: ['key-lost'],
      closes: true,
      fields: { signed: asked('Did they sign for it?', promised(yesOrNo('they signed for it'))) },
    },
  },
}

const withIt = [...kinds, lostKey]
const vocabulary = vocabularyOf(withIt)
let ground: TestStore
let store: Store
let acting: Acting

before(async () => {
  ground = await openTestStore()
  const landlord = await ground.addLandlord('made-up')
  store = openStore({ url: ground.url, vocabulary })
  const rule = { rule: { applies_to: 'key-cut', requires: ['signed'] } }
  done(await activateTerms(store, landlord, { pack: packText([rule]), holidays: feed, why: 'keys' }))
  acting = { ...landlord, by: 'staff:s1', staffId: 's1' }
})
after(async () => {
  await store.database.close()
  await ground.close()
})

test('A made-up kind has forms, in its order, with what a promise asks', async () => {
  const [opening, ...others] = done(await openingActs(store, acting, 'lost-key'))
  assert.deepEqual(others, [])
  assert.equal(opening?.act, 'Report a lost key')
  assert.deepEqual(
    opening?.fields.map(({ name, required, definition }) => [name, required, definition.label]),
    [['door', 'to record', 'Which door is it for?']],
  )
  const act = { type: 'key-lost', data: { door: 'front' } }
  const { caseId } = done(await openCase(store, acting, { kind: 'lost-key', act }))
  const [cut] = done(await possibleActs(store, acting, caseId)).acts
  assert.equal(cut?.act, 'Give a new key')
  assert.equal(cut?.fields[0]?.promises[0]?.promise, 'P-1')
})

test('Its acts are refused out of order, and while they lack what a promise asks', async () => {
  const cut = { type: 'key-cut', data: { signed: true } }
  assert.match(
    refusal(await openCase(store, acting, { kind: 'lost-key', act: cut })).refusal,
    /comes after “key lost”/,
  )
  const act = { type: 'key-lost', data: { door: 'front' } }
  const { caseId } = done(await openCase(store, acting, { kind: 'lost-key', act }))
  assert.match(refusal(await recordAct(store, acting, caseId, act)).refusal, /happens once/)
  assert.deepEqual(refusal(await recordAct(store, acting, caseId, { type: 'key-cut' })).asks?.[0]?.fields, [
    ['signed'],
  ])
  assert.ok(done(await recordAct(store, acting, caseId, cut)))
})

test('The API tells programs its forms', async () => {
  const [route] = kindRoutes as readonly [Route]
  const { body } = (await route.handle({ store } as never)) as { readonly body: Told }
  const kind = body.kinds.find((each) => each.kind === 'lost-key')
  assert.deepEqual(
    kind?.events.map(({ type, act, opens, follows }) => ({ type, act, opens, follows })),
    [
      { type: 'key-lost', act: 'Report a lost key', opens: true, follows: [] },
      { type: 'key-cut', act: 'Give a new key', opens: false, follows: ['key-lost'] },
    ],
  )
  assert.equal(kind?.events[0]?.fields.find(({ field }) => field === 'door')?.label, 'Which door is it for?')
})

test('A CSV file becomes its events by a mapping that names them', async () => {
  const mapping = csv.parseMapping?.(
    'mapping: keys\nkind: lost-key\ncase: {column: Ref}\nat: {column: When}\nformat: iso\ntime_zone: Europe/London\n' +
      'type: {column: What}\nevents:\n  Lost: {key-lost: {door: {column: Door}}}\n',
    'keys.yaml',
  )
  const rows = 'Ref,When,What,Door\nk1,2026-03-02T10:00:00Z,Lost,front\n'
  const [read, ...more] = await allOf(csv, { bytes: bytesOf(rows), mapping })
  assert.deepEqual(more, [])
  const event = parseEvent(read?.text ?? '', 1, vocabulary)
  assert.ok(!isRefusal(event), 'the ledger’s door refuses it')
  assert.deepEqual([event.kind, event.type, event.data], ['lost-key', 'key-lost', { door: 'front' }])
})

test('The glossary says it', () => {
  const glossary = glossaryOf(withIt)
  assert.match(glossary, /### `lost-key`\n\nSomebody lost a key[.]/)
  assert.match(glossary, /\*\*`key-cut`\*\*: A new key was cut[.] “Give a new key”[.]/)
})

interface Told {
  readonly kinds: readonly {
    readonly kind: string
    readonly events: readonly {
      readonly type: string
      readonly act: string | null
      readonly opens: boolean
      readonly follows: readonly string[]
      readonly fields: readonly { readonly field: string; readonly label: string | null }[]
    }[]
  }[]
}
