import { asked, code, promised, toRecord, wholeNumber } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const pence = asked('How much?', toRecord(wholeNumber('how much, in pence')))
const settled = ['compensation-paid', 'compensation-declined'] as const

/** Money owed to a customer because a promise was not kept. */
export const compensation: KindDefinition = {
  kind: 'compensation',
  says: 'Money for a customer because a promise was not kept.',
  permission: 'compensation.write',
  events: {
    'entitlement-found': {
      says: 'We found that a customer is owed compensation.',
      plainly: { says: 'we owed you compensation' },
      permission: 'cases.write',
      act: 'Record that compensation is owed',
      opens: true,
      once: true,
      fields: {
        promise: asked('Which promise was not kept?', toRecord(code('the clause that was not kept')), {
          of: 'promise',
        }),
        case: asked('In which case?', toRecord(code('the case in which it was not kept')), { of: 'case' }),
      },
      asksFor: { kind: 'note', label: 'What happened?' },
    },
    'compensation-offered': {
      says: 'We offered it.',
      plainly: { says: 'we offered you money' },
      act: 'Offer compensation',
      follows: ['entitlement-found'],
      notAfter: settled,
      fields: { pence },
      asksFor: { kind: 'note', label: 'How was it worked out?' },
    },
    'compensation-accepted': {
      says: 'The customer said yes.',
      permission: 'cases.write',
      act: 'Record that they accept',
      follows: ['compensation-offered'],
      notAfter: ['compensation-accepted', ...settled],
    },
    'compensation-paid': {
      says: 'It was paid.',
      plainly: { says: 'we paid you' },
      act: 'Record the payment',
      follows: ['entitlement-found', 'compensation-offered', 'compensation-accepted'],
      notAfter: settled,
      closes: true,
      fields: { pence },
    },
    'compensation-declined': {
      says: 'It was turned down, by us or by the customer.',
      act: 'Record that it was turned down',
      follows: ['entitlement-found', 'compensation-offered', 'compensation-accepted'],
      notAfter: settled,
      closes: true,
      fields: {
        reason: asked('Why?', promised(code('why')), {
          suggests: ['customer-declined', 'was-told-in-time', 'outside-our-control', 'paid-elsewhere'],
        }),
      },
      asksFor: { kind: 'note', label: 'What was the customer told?' },
    },
  },
}
