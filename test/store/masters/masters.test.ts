import assert from 'node:assert/strict'
import { isRefused } from '#core/refused.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { strands } from '#store/masters/kinds/strands.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { masters } from '#store/masters/masters.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster, removeMaster } from '#store/masters/writing.ts'
import { accessTo } from '#store/words/access-log.ts'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer, mabel, withOnly } from './people.ts'
import { oneOfEach } from './samples.ts'

eachDatabase(
  'Every kind of master is added, read, listed and changed by its definition alone',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    assert.deepEqual(Object.keys(oneOfEach).sort(), masters.map(({ kind }) => kind).sort())
    for (const definition of masters) {
      // An authority is of one customer over another.
      if (definition.kind === 'representatives') await addCustomer(store, acting, 'customers-2')
      const { values, change } = oneOfEach[definition.kind] ?? { values: {}, change: {} }
      const { version } = done(
        await addMaster(store, acting, definition, { id: `${definition.kind}-1`, values }),
      )
      const read = done(await readMaster(store, acting, definition, { id: `${definition.kind}-1` }))
      assert.deepEqual({ ...read.values, ...values }, read.values, definition.kind)
      assert.deepEqual([read.version, version, read.changedBy], [1, 1, 'system'])
      const asked = { id: read.id, expected: 1, values: { ...read.values, ...change } }
      assert.deepEqual(done(await changeMaster(store, acting, definition, asked)), {
        id: read.id,
        version: 2,
      })
      const changed = done(await listMasters(store, acting, definition)).find(({ id }) => id === read.id)
      assert.deepEqual(changed?.values, { ...read.values, ...change }, definition.kind)
      for (const by of definition.listedBy ?? []) {
        const named: unknown = [changed?.values[by]].flat()[0]
        if (typeof named !== 'string') continue
        const narrowed = done(await listMasters(store, acting, definition, { by: [by, named] }))
        assert.deepEqual(
          narrowed.map(({ id }) => id),
          [read.id],
          `${definition.kind} by ${by}`,
        )
      }
    }
  },
)

eachDatabase('Whoever has not seen the latest version changes nothing', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'c1')
  const asked = { id: 'c1', expected: 1, values: { ...mabel, title: 'Dr' } }
  const [one, other] = await Promise.all([
    changeMaster(store, acting, customers, asked),
    changeMaster(store, acting, customers, { ...asked, values: { ...mabel, title: 'Ms' } }),
  ])
  const refusals = [one, other].filter((each) => isRefused(each))
  assert.deepEqual(
    refusals.map(({ because }) => because),
    ['changed meanwhile'],
  )
  const same = { ...done(await readMaster(store, acting, customers, { id: 'c1' })) }
  const unchanged = await changeMaster(store, acting, customers, {
    id: 'c1',
    expected: 2,
    values: same.values,
  })
  assert.deepEqual(unchanged, { id: 'c1', version: 2 }, 'what changes nothing is no new version')
})

eachDatabase('A field at fault is named as a JSON pointer, with what to do', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const faults: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
    [{ name: '' }, '/name'],
    [{ telephone: '12' }, '/telephone'],
    [{ telephone: '1539717717' }, '/telephone'],
    [{ email: 'mabel at example' }, '/email'],
    [{ postcode: 'LA9' }, '/postcode'],
    [{ dateOfBirth: '1941-02-30' }, '/dateOfBirth'],
    [{ kind: 'persn' }, '/kind'],
    [{ nmae: 'x' }, '/nmae'],
    [{ name: 'a\0b' }, '/name'],
    [{ name: 'x'.repeat(201) }, '/name'],
    [{ copyToRepresentative: 'yes' }, '/copyToRepresentative'],
  ]
  for (const [values, field] of faults) {
    const added = await addMaster(store, acting, customers, { values: { ...mabel, ...values } })
    assert.deepEqual(
      isRefused(added) && [added.because, added.field],
      ['not valid', field],
      JSON.stringify(values),
    )
  }
  const near = await addMaster(store, acting, customers, { values: { ...mabel, nmae: 'x' } })
  assert.match((isRefused(near) && near.fix) || '', /did you mean name/)
  for (const id of ['', ' a', 'a\nb', 'x'.repeat(201)])
    assert.equal(refusedField(await addMaster(store, acting, customers, { id, values: mabel })), '/id')
  const nowhere = await addMaster(store, acting, homes, {
    values: { address: '1 High Street', office: 'nowhere' },
  })
  assert.equal(refusedField(nowhere), '/office')
  const backwards = { kind: 'sheltered', customers: ['c1'], startedOn: '2026-03-02', endedOn: '2026-03-01' }
  assert.equal(refusedField(await addMaster(store, acting, tenancies, { values: backwards })), '/endedOn')
  const language = await addMaster(store, acting, needs, {
    values: { customer: 'c1', need: 'interpreter' },
  })
  assert.equal(refusedField(language), '/language')
})

eachDatabase('What is known already is refused, and what was set once stays', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'c1')
  await addCustomer(store, acting, 'c2')
  assert.equal(
    refusedBecause(await addMaster(store, acting, customers, { id: 'c1', values: mabel })),
    'already there',
  )
  const values = { customer: 'c1', strand: 'religion', value: 'prefer not to say' }
  const { id } = done(await addMaster(store, acting, strands, { values }))
  assert.equal(refusedBecause(await addMaster(store, acting, strands, { values })), 'already there')
  const moved = await changeMaster(store, acting, strands, {
    id,
    expected: 1,
    values: { ...values, customer: 'c2' },
  })
  assert.equal(refusedField(moved), '/customer')
  assert.deepEqual(done(await removeMaster(store, acting, strands, { id, expected: 1 })), { id, version: 1 })
  assert.equal(refusedBecause(await readMaster(store, acting, strands, { id })), 'not found')
  assert.equal(
    refusedBecause(await removeMaster(store, acting, customers, { id: 'c1', expected: 1 })),
    'not valid',
  )
})

eachDatabase(
  'Who a customer is cannot be read without a line in the log; facts about homes can',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    const reader = withOnly(acting, 'customers.read')
    done(await readMaster(store, reader, customers, { id: 'c1', why: 'the page of the customer' }))
    done(await listMasters(store, reader, customers))
    const lines = done(await accessTo(store, acting, 'c1'))
    assert.deepEqual(
      lines.map(({ readBy, what }) => [readBy, what]),
      [
        ['staff:x1', 'customers'],
        ['staff:x1', 'customers'],
      ],
    )
    assert.equal(refusedBecause(await readMaster(store, reader, homes, { id: 'h1' })), 'not allowed')
  },
)

eachDatabase('Roles are given only by who may give roles, and fit whom they are given to', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const values = { name: 'Sam Reed', roles: ['administrator'] }
  const clerk = withOnly(acting, 'masters.read', 'masters.write')
  assert.equal(refusedBecause(await addMaster(store, clerk, staff, { values })), 'not allowed')
  assert.equal(
    refusedField(await addMaster(store, acting, staff, { values: { ...values, roles: ['king'] } })),
    '/roles',
  )
  const firm = { name: 'Sam Reed', roles: ['contractor'] }
  assert.equal(refusedField(await addMaster(store, acting, staff, { values: firm })), '/contractor')
})

eachDatabase('Another landlord’s masters are not there: not to read, to change, or to name', async (open) => {
  const { store, addLandlord } = await open()
  const [one, other] = [await addLandlord(), await addLandlord('other-landlord')]
  await addCustomer(store, one, 'c1')
  assert.equal(refusedBecause(await readMaster(store, other, customers, { id: 'c1' })), 'not found')
  const asked = { id: 'c1', expected: 1, values: mabel }
  assert.equal(refusedBecause(await changeMaster(store, other, customers, asked)), 'not found')
  assert.deepEqual(await listMasters(store, other, customers), [])
  const need = await addMaster(store, other, needs, { values: { customer: 'c1', need: 'braille' } })
  assert.equal(refusedField(need), '/customer')
})

function refusedField(value: unknown): string | undefined {
  return isRefused(value) ? value.field : undefined
}

function refusedBecause(value: unknown): string | undefined {
  return isRefused(value) ? value.because : undefined
}
