import { code, promised, toRecord, wholeNumber } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const pence = toRecord(wholeNumber('how much, in pence'))

/** Money owed to a customer because a promise was not kept. */
export const compensation: KindDefinition = {
  kind: 'compensation',
  says: 'Money for a customer because a promise was not kept.',
  events: {
    'entitlement-found': {
      says: 'We found that a customer is owed compensation.',
      fields: {
        promise: toRecord(code('the clause that was not kept')),
        case: toRecord(code('the case in which it was not kept')),
      },
    },
    'compensation-offered': { says: 'We offered it.', fields: { pence } },
    'compensation-accepted': { says: 'The customer said yes.' },
    'compensation-declined': {
      says: 'It was turned down, by us or by the customer.',
      closes: true,
      fields: { reason: promised(code('why')) },
    },
    'compensation-paid': { says: 'It was paid.', closes: true, fields: { pence } },
  },
}
