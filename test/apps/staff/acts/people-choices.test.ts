import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleFor } from '#apps/staff/acts/people-choices.ts'
import { id } from '#core/field.ts'
import { openTestStore } from '#test/store/databases.ts'
import { add } from '#test/store/case-page/officers.ts'

test('A field that names a room offers the rooms there are, each with its office', async () => {
  const { store, addLandlord } = await openTestStore()
  const acting = await addLandlord()
  await add(store, acting, 'offices', 'main', { name: 'Main office' })
  await add(store, acting, 'offices', 'harbour', { name: 'Harbour office' })
  await add(store, acting, 'rooms', 'blue', { name: 'Blue room', office: 'main', private: true })
  await add(store, acting, 'rooms', 'sea', { name: 'Blue room', office: 'harbour', private: false })
  const field = { name: 'room', definition: { ...id('in which room it is'), of: 'room' } } as const
  const people = await peopleFor(store, acting, [{ ...field, required: undefined, promises: [] }])
  assert.deepEqual(people.rooms, [
    { value: 'sea', label: 'Blue room, Harbour office' },
    { value: 'blue', label: 'Blue room, Main office' },
  ])
  assert.deepEqual(people.staff, [], 'what no field asks for is not read')
})
