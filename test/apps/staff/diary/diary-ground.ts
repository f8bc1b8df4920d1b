import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { homes } from '#store/masters/kinds/homes.ts'
import { rooms } from '#store/masters/kinds/rooms.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { addMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { done } from '#test/store/databases.ts'
import type { House } from '#test/store/people/people.ts'
import { type Ground, landlordBy } from '../answering/answer-ground.ts'

export interface DiaryGround extends Ground {
  /** Somebody else who works there. */
  readonly bea: string
}

/** A landlord with an office, a private room and an open one, and Joan Doe at home; Bea Baker works there too. */
export async function diaryGround(pack: string, house: House): Promise<DiaryGround> {
  const ground = await landlordBy(pack, house)
  const { store, door } = house
  const { acting } = ground
  for (const [id, name, isPrivate] of [
    ['fell', 'The fell room', true],
    ['hall', 'The hall', false],
  ] as const)
    done(await addMaster(store, acting, rooms, { id, values: { name, office: 'head', private: isPrivate } }))
  const home = { address: '2 Low Road\nAnytown', postcode: 'PA4 9ZZ', office: 'head' }
  done(await addMaster(store, acting, homes, { id: 'low-2', values: home }))
  const tenancy = { home: 'low-2', customers: ['joan'], kind: 'general-needs', startedOn: '2020-01-06' }
  done(await addMaster(store, acting, tenancies, { id: 't1', values: tenancy }))
  const person = { name: 'Bea Baker', email: `bea-${pack}@example.org`, roles: ['case officer' as const] }
  const { staffId: bea } = done(await addPerson(store, acting, { door, person }))
  return { ...ground, bea }
}

/** The case that the page is of. */
export function caseOn(page: Page): string {
  const [, caseId] = /\/cases\/([^/?]+)/.exec(page.url()) ?? []
  assert.ok(caseId, page.url())
  return decodeURIComponent(caseId)
}

/** Takes a PDF as the person at the page would, and gives its beginning. */
export async function pdfAt(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address)
  assert.equal(answer.status(), 200, await answer.text())
  return (await answer.body()).subarray(0, 5).toString('latin1')
}
