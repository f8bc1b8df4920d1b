import { code, promised, toRecord, wholeNumber } from '#core/field.ts'
import type { FieldDefinition, KindDefinition } from '#core/kind.ts'

const pence = (label: string): FieldDefinition => ({ ...toRecord(wholeNumber('how much, in pence')), label })

/** Money owed to a customer because a promise was not kept. */
export const compensation: KindDefinition = {
  kind: 'compensation',
  says: 'Money for a customer because a promise was not kept.',
  permission: 'compensation.write',
  events: {
    'entitlement-found': {
      says: 'We found that a customer is owed compensation.',
      opens: true,
      once: true,
      act: 'Record an entitlement',
      fields: {
        promise: {
          ...toRecord(code('the clause that was not kept')),
          label: 'Which promise was not kept?',
          of: 'promise',
        },
        case: {
          ...toRecord(code('the case in which it was not kept')),
          label: 'In which case?',
          of: 'case',
        },
      },
    },
    'compensation-offered': {
      says: 'We offered it.',
      act: 'Offer compensation',
      notAfter: ['compensation-declined', 'compensation-paid'],
      follows: ['entitlement-found'],
      fields: { pence: pence('How much, in pence?') },
      asksFor: { kind: 'note', label: 'How the amount was worked out' },
    },
    'compensation-accepted': {
      says: 'The customer said yes.',
      act: 'Record that they accepted',
      permission: 'cases.write',
      follows: ['compensation-offered'],
      notAfter: ['compensation-accepted', 'compensation-declined', 'compensation-paid'],
    },
    'compensation-declined': {
      says: 'It was turned down, by us or by the customer.',
      act: 'Record that it was turned down',
      closes: true,
      follows: ['entitlement-found', 'compensation-offered'],
      notAfter: ['compensation-declined', 'compensation-paid'],
      fields: {
        reason: {
          ...promised(code('why')),
          label: 'Why?',
          suggests: ['customer-said-no', 'was-told-in-time', 'not-our-doing', 'set-off-against-arrears'],
        },
      },
      asksFor: { kind: 'note', label: 'What was said' },
    },
    'compensation-paid': {
      says: 'It was paid.',
      act: 'Record that it was paid',
      closes: true,
      follows: ['entitlement-found', 'compensation-offered'],
      notAfter: ['compensation-declined', 'compensation-paid'],
      fields: { pence: pence('How much was paid, in pence?') },
    },
  },
}
