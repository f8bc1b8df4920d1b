import type { KindDefinition } from '#core/kind.ts'
import { rentArrears } from './arrears.ts'
import { rentCourt } from './court.ts'
import { rentMoney } from './money.ts'

/** One rent account: what is charged, paid and owed. */
export const rentAccount: KindDefinition = {
  kind: 'rent-account',
  says: 'One rent account: what is charged and paid, and what is done when rent is owed.',
  events: { ...rentMoney, ...rentArrears, ...rentCourt },
}
