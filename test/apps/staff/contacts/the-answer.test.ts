import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { isOfTheAnswer } from '#apps/staff/contacts/the-answer.ts'
import type { Acting } from '#core/people/acting.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { done } from '#test/store/databases.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

// What is read out to a caller as the day of “our answer” must be the day of the answer: under Longhurst & Havelok the team
// that gets a referral says in 3 working days that it has it, and a complaint is answered in 10.
const ofTheAnswer = {
  'longhurst-and-havelok': ['LHH-24', 'LHH-25', 'LHH-30', 'LHH-40'],
  linstone: ['LIN-39'],
  'mount-green': ['MGH-17', 'MGH-47', 'MGH-48', 'MGH-60'],
  'one-housing-group': ['OHG-15', 'OHG-17'],
  'south-lakes': ['SLH-20', 'SLH-27'],
}

let house: House
const landlords = new Map<string, Acting>()

before(async () => {
  house = await openHouse()
  for (const slug of Object.keys(ofTheAnswer))
    landlords.set(slug, slug === 'linstone' ? house.landlord : await house.addLandlord(slug))
})

for (const [slug, ids] of Object.entries(ofTheAnswer))
  test(`The day of the answer is read out of ${ids.join(', ')} alone (${slug})`, async () => {
    const acting = landlords.get(slug)
    assert.ok(acting)
    const promises = done(await readPromises(house.store, acting)).map(({ promise }) => promise)
    assert.deepEqual(
      promises.filter(isOfTheAnswer).map(({ id }) => id),
      ids,
    )
  })
