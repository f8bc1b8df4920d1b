import { isObservedBy } from '#core/observations/instrument.ts'
import { itemsJudgedBy, type ObservedItem } from '#core/observations/observed-item.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'

/** What a form is made of: how it is observed, and which items by their names. */
export interface FormChosen {
  readonly instrument: string
  readonly items: readonly string[]
}

const mostItems = 60

/** The items of a form as the edition in force words them. */
export async function itemsNow(
  tx: Transaction,
  store: Store,
  form: FormChosen,
): Promise<readonly ObservedItem[] | Refused> {
  const terms = await termsNow(tx, store)
  return isRefused(terms) ? terms : itemsChosen(promisesInForce(terms.editions, store.now()), form)
}

/** The items that were chosen, of those that these promises have judged in this way. */
export function itemsChosen(
  promises: readonly PackPromise[],
  { instrument, items }: FormChosen,
): readonly ObservedItem[] | Refused {
  const judged = isObservedBy(instrument) ? itemsJudgedBy(promises, instrument) : []
  const chosen = judged.filter(({ item }) => items.includes(item))
  if (chosen.length === 0)
    return refused('not valid', 'the form has no item', 'choose what is to be judged', '/items')
  if (chosen.length > mostItems)
    return refused('too many', `a form has ${mostItems} items at the most`, 'choose fewer', '/items')
  return chosen
}
