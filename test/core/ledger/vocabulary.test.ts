import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KindDefinition } from '#core/kind.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'

const call: KindDefinition = {
  kind: 'call',
  says: 'A call.',
  events: {
    'call-offered': {
      says: 'It rings.',
      fields: { queue: { says: 'the queue', type: 'code', required: 'to record' } },
    },
    'call-ended': { says: 'It ended.', fields: { by: { says: 'by when', type: 'date' } }, rereads: true },
  },
}
const anyCase: KindDefinition = {
  kind: 'any-case',
  says: 'Any case.',
  everyEvent: { by: { says: 'who', type: 'id' } },
  events: { 'merged-into': { says: 'It goes on elsewhere.' } },
}

test('An event is found by its type, with the fields that every event may carry', () => {
  const known = vocabularyOf([call, anyCase]).events.get('call-offered')
  assert.equal(known?.kind, 'call')
  assert.deepEqual([...(known?.fields.keys() ?? [])].sort(), ['by', 'queue'])
  assert.deepEqual(known?.requiredToRecord, ['queue'])
})

test('The own field of an event comes before the field of that name of every event', () => {
  assert.equal(vocabularyOf([call, anyCase]).events.get('call-ended')?.fields.get('by')?.type, 'date')
})

test('What belongs to any case is no kind that an event may name, but its events are known', () => {
  const vocabulary = vocabularyOf([call, anyCase])
  assert.deepEqual([...vocabulary.kinds.keys()], ['call'])
  assert.ok(vocabulary.events.has('merged-into'))
})

test('Events that make running clocks be read again are listed', () => {
  assert.deepEqual([...vocabularyOf([call, anyCase]).rereading], ['call-ended'])
})

test('Two kinds may not define one event, nor two definitions one kind', () => {
  const twin = { ...call, kind: 'telephone' }
  assert.throws(() => vocabularyOf([call, twin]), /call-offered is of two kinds: call and telephone/)
  assert.throws(() => vocabularyOf([call, call]), /both the kind call/)
})
