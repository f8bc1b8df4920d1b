import { id, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** One tenancy, from the first day to the last. */
export const tenancy: KindDefinition = {
  kind: 'tenancy',
  says: 'One tenancy: moving in, settling in, leaving.',
  events: {
    'tenancy-started': { says: 'The tenancy began.', fields: { home: toRecord(id('the home')) } },
    'agreement-explained': { says: 'The tenancy agreement was explained to the new tenant.' },
    'handbook-given': { says: 'The new tenant was given the tenancy handbook.' },
    'induction-pack-given': { says: 'The new tenant was given the induction pack.' },
    'settling-in-visit-held': { says: 'We visited to see that the tenant has settled in.' },
    'tenancy-ended': { says: 'The tenancy ended.', closes: true },
    'exit-survey-invited': { says: 'The departing tenant was asked to answer a survey.' },
  },
}
