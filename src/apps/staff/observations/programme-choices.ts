import type { ObservedBy } from '#core/observations/instrument.ts'
import { itemsJudgedBy } from '#core/observations/observed-item.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { officesOf, teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { dutyChoices } from '../duties/duty-choices.ts'

/** What the form of a new programme offers: the items its instrument judges, places, and duties that it can show. */
export async function programmeChoices(asked: PageAsked<Visitor>, instrument: ObservedBy) {
  const {
    store,
    visitor: { acting },
  } = asked
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return promises
  const editions = [...new Set(promises.map(({ edition }) => edition))].toSorted((a, b) => a.from - b.from)
  const all = promisesInForce(editions, store.now())
  const offices = (await officesOf(store, acting)).filter(({ ended }) => !ended)
  const teams = (await teamsOf(store, acting)).filter(({ ended }) => !ended)
  return {
    items: itemsJudgedBy(all, instrument),
    places: [...offices, ...teams].map(({ id, name }) => ({ value: id, label: name })),
    duties: await dutyChoices(asked),
  }
}

/** What the new form offers. */
export type ProgrammeChoices = Exclude<Awaited<ReturnType<typeof programmeChoices>>, Refused>
