import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDefinition } from '#core/kind.ts'
import { actFromForm } from '#apps/staff/acts/act-from-form.ts'
import type { FormAct, FormField } from '#apps/staff/acts/form-act.ts'
import { typedFrom } from '#apps/staff/acts/typed-from.ts'
import type { Act } from '#store/ledger/act.ts'

const now = Date.parse('2026-07-15T14:00:00Z')

function field(name: string, definition: Partial<FieldDefinition>): FormField {
  const whole: FieldDefinition = { says: 'a field', type: 'code', label: name, ...definition }
  return { name, definition: whole, required: whole.required, promises: [] }
}

const form: FormAct = {
  type: 'something-done',
  fields: [
    field('stage', { type: 'whole number', required: 'to record' }),
    field('outcome', { type: 'one of', oneOf: ['upheld', 'not'] }),
    field('apology', { type: 'yes or no' }),
    field('decisionOn', { type: 'date or instant' }),
    field('delivered', { type: 'instant' }),
    field('pence', { type: 'whole number' }),
    field('about', { type: 'code', suggests: ['repairs', 'noise'] }),
    field('staff', { type: 'ids', of: 'staff' }),
    field('inner', { type: 'fields' }),
    { ...field('unlabelled', {}), definition: { says: 'on no form', type: 'code' } },
  ],
  asksFor: { kind: 'message', label: 'What was said?', required: true },
}

function act(fields: object): Act {
  const made = actFromForm(fields as never, form, now)
  assert.ok(!('length' in made), JSON.stringify(made))
  return made
}

function faults(fields: object) {
  const made = actFromForm(fields as never, form, now)
  assert.ok('length' in made, JSON.stringify(made))
  return made.map(({ field: place }) => place)
}

const least = { stage: '1', words: 'They were told.' }

test('What was typed becomes codes, numbers, dates in the landlords’ own time, ids and pence', () => {
  const { id, ...made } = act({
    ...least,
    outcome: 'upheld',
    apology: 'no',
    decisionOn: '2026-07-20',
    delivered: '2026-07-15',
    'delivered-time': '09:30',
    pence: '£1,250.50',
    about: 'other',
    'about-other': 'Broken  Gate!',
    staff: ['a', 'b'],
    inner: 'x',
    unlabelled: 'x',
    note: 'For colleagues.',
  })
  assert.match(id ?? '', /^[0-9A-Z]{16}$/, 'it has a name by which it can be put right')
  assert.deepEqual(made, {
    type: 'something-done',
    data: {
      stage: 1,
      outcome: 'upheld',
      apology: false,
      decisionOn: '2026-07-20',
      delivered: '2026-07-15T09:30:00+01:00',
      pence: 125050,
      about: 'broken-gate',
      staff: ['a', 'b'],
    },
    words: [
      { kind: 'message', text: 'They were told.' },
      { kind: 'note', text: 'For colleagues.' },
    ],
  })
})

test('Everything that is wrong is told at once, each at its box', () => {
  assert.deepEqual(faults({ pence: 'a lot', decisionOn: 'soon', at: '31/2/2026' }), [
    '/stage',
    '/decisionOn',
    '/pence',
    '/at',
    '/words',
  ])
  assert.deepEqual(faults({ ...least, about: 'other', 'about-other': 'word '.repeat(30) }), ['/about-other'])
  assert.deepEqual(faults({ ...least, delivered: '2026-07-15' }), ['/delivered-time'])
})

test('Nothing typed about when means now; a date alone is taken at noon, and today’s noon is never ahead of us', () => {
  const at = (fields: object) => act({ ...least, ...fields }).at
  assert.equal(at({}), undefined)
  assert.equal(at({ at: '2026-07-13' }), '2026-07-13T11:00:00.000Z')
  assert.equal(at({ at: '2026-07-13', 'at-time': '09:05' }), '2026-07-13T08:05:00.000Z')
  assert.equal(at({ 'at-time': '09:05' }), '2026-07-15T08:05:00.000Z')
  const early = Date.parse('2026-07-15T07:00:00Z')
  const made = actFromForm({ ...least, at: '2026-07-15' }, form, early)
  assert.equal('length' in made ? '' : made.at, '2026-07-15T07:00:00.000Z')
})

test('Reasons for doing otherwise go with the act; anything that is no promise’s name does not', () => {
  const { data } = act({
    ...least,
    'override-LIN-40': 'could-not-wait',
    'override-LIN-41': '',
    'override-a b': 'x',
  })
  assert.deepEqual((data as Record<string, unknown>)['overrides'], { 'LIN-40': 'could-not-wait' })
})

test('An event as it stands, put into the boxes and sent back, is the same event', () => {
  const data = {
    stage: 2,
    outcome: 'not',
    apology: true,
    decisionOn: '2026-07-20',
    delivered: '2026-07-15T09:30:00+01:00',
    pence: 5,
    about: 'broken-gate',
    staff: ['a'],
  }
  const typed = typedFrom(form.fields, data)
  assert.deepEqual(act({ ...typed, words: 'x' }).data, data)
})
