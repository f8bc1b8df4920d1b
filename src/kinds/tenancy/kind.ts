import { asked, id, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const started = ['tenancy-started'] as const

/** One tenancy, from the first day to the last. */
export const tenancy: KindDefinition = {
  kind: 'tenancy',
  says: 'One tenancy: moving in, settling in, leaving.',
  events: {
    'tenancy-started': {
      says: 'The tenancy began.',
      plainly: { says: 'your tenancy began' },
      act: 'Begin a tenancy',
      opens: true,
      once: true,
      fields: { home: asked('Which home?', toRecord(id('the home')), { of: 'home' }) },
    },
    'agreement-explained': {
      says: 'The tenancy agreement was explained to the new tenant.',
      plainly: { says: 'we explained the tenancy agreement' },
      act: 'Record that the agreement was explained',
      follows: started,
      once: true,
    },
    'handbook-given': {
      says: 'The new tenant was given the tenancy handbook.',
      plainly: { says: 'we gave you the handbook' },
      act: 'Record that the handbook was given',
      follows: started,
    },
    'induction-pack-given': {
      says: 'The new tenant was given the induction pack.',
      plainly: { says: 'we gave you the pack for new tenants' },
      act: 'Record that the induction pack was given',
      follows: started,
    },
    'settling-in-visit-held': {
      says: 'We visited to see that the tenant has settled in.',
      plainly: { says: 'we visited you to see how you had settled in' },
      act: 'Record the settling-in visit',
      follows: started,
      notAfter: ['tenancy-ended'],
      asksFor: { kind: 'note', label: 'How are they settling in?' },
    },
    'exit-survey-invited': {
      says: 'The departing tenant was asked to answer a survey.',
      plainly: { says: 'we asked what you thought of us as you left' },
      act: 'Ask for their views on leaving',
      follows: started,
    },
    'tenancy-ended': {
      says: 'The tenancy ended.',
      plainly: { says: 'your tenancy ended' },
      act: 'End the tenancy',
      follows: started,
      once: true,
      closes: true,
    },
  },
}
