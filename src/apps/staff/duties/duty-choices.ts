import { dutiesOfLandlord } from '#core/duties/duties-of-landlord.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import { isRefused } from '#core/refused.ts'
import type { Choice } from '#http/layout/form.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'

/** The promises in force that come round for the landlord, to choose one from; none where there is no edition. */
export async function dutyChoices({
  store,
  visitor: { acting },
}: PageAsked<Visitor>): Promise<readonly Choice[]> {
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return []
  const editions = [...new Set(promises.map(({ edition }) => edition))].toSorted((a, b) => a.from - b.from)
  return dutiesOfLandlord(promisesInForce(editions, store.now())).map(({ promise, says }) => ({
    value: promise,
    label: `${promise}: ${says}`,
  }))
}
