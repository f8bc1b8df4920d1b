import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { figureText } from '#core/promises/shown-figure.ts'
import { type DutyShown, readDutyList } from '#store/duties/read-duties.ts'
import { recordEvidence } from '#store/duties/record-evidence.ts'
import { openCase } from '#store/ledger/append.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { Store } from '#store/store.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { done, openTestStore } from '../databases.ts'

const packs = ['linstone', 'longhurst-and-havelok', 'mount-green', 'one-housing-group', 'south-lakes']

test('Every duty of the five packs has a line of its own, and a figure or a stated “nothing to count”', async () => {
  const clock = { at: instant('2026-03-02T10:00Z') }
  const { store, addLandlord } = await openTestStore('embedded', { now: () => clock.at })
  const lines: string[] = []
  for (const pack of packs) {
    clock.at = instant('2026-03-02T10:00Z')
    const acting = await addLandlord(pack)
    const act = { type: 'contact-received', data: { channel: 'letter' } }
    done(await openCase(store, acting, { kind: 'enquiry', act }))
    const recurring = done(await readPromises(store, acting)).filter(
      ({ promise }) => promise.measure === 'recurring',
    )
    const duties = done(await readDutyList(store, acting))
    assert.deepEqual(
      duties.map(({ promise }) => promise.id),
      recurring.map(({ promise }) => promise.id),
    )
    for (const duty of duties) assert.ok(isSaid(duty), duty.promise.id)
    const before = await figuresOf(store, acting)
    clock.at = instant('2026-03-31T22:59Z')
    for (const { promise, onCases } of duties)
      if (onCases === undefined)
        done(
          await recordEvidence(store, acting, {
            promise: promise.id,
            doneOn: day('2026-03-30'),
            note: 'Done',
          }),
        )
    clock.at = instant('2026-04-01T10:00Z')
    const after = await figuresOf(store, acting)
    for (const duty of duties) {
      const { id } = duty.promise
      lines.push(id)
      if (duty.onCases !== undefined) assert.equal(after.get(id), 'nothing to count', id)
      else assert.notEqual(after.get(id), duty.sort === 'once' ? '' : before.get(id), id)
      if (duty.onCases === undefined) assert.match(after.get(id) ?? '', /%$/, id)
    }
  }
  assert.equal(lines.length, 48)
})

/** What is owed and until when; of a duty on cases, how many there are. */
function isSaid({ often, owed, onCases, times }: DutyShown): boolean {
  return often !== '' && (owed !== undefined || onCases !== undefined || times !== undefined)
}

async function figuresOf(store: Store, acting: Acting): Promise<ReadonlyMap<string, string>> {
  const { promises } = done(await readFigures(store, acting, { by: 'all' }))
  return new Map(promises.map(({ promise, whole }) => [promise.id, figureText(promise, whole)]))
}
