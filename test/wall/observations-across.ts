import type { Acting } from '#core/people/acting.ts'
import { addPlaces } from '#store/observations/give.ts'
import { importResults } from '#store/observations/import-results.ts'
import { listSheets } from '#store/observations/list-sheets.ts'
import { addProgramme } from '#store/observations/programmes.ts'
import type { Store } from '#store/store.ts'
import { done } from '#test/store/databases.ts'

/** A programme of A’s with a sheet in it; gives both ids. */
export async function observationsOfA(
  store: Store,
  a: Acting,
  mark: string,
): Promise<{ readonly programme: string; readonly sheet: string; readonly results: string }> {
  const programme = {
    name: `${mark}’s letters`,
    instrument: 'readers-panel',
    commissionedBy: 'residents' as const,
    items: ['plain-english'],
    places: [`${mark}-offices`],
    firstOn: 20_500,
    lastOn: 20_600,
    wanted: 3,
  }
  const { programmeId } = done(await addProgramme(store, a, programme))
  done(await addPlaces(store, a, { programmeId, places: programme.places, each: 1, observers: [] }))
  const { sheets } = done(await listSheets(store, a, { programmeId }))
  const bytes = Buffer.from(`item,answer,place,when\nplain-english,perhaps,${mark},2026-03-02\n`)
  const { importId } = done(await importResults(store, a, { programmeId, bytes }))
  return { programme: programmeId, sheet: sheets[0]?.sheetId ?? '', results: importId }
}
