import { code, promised, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** An application for a home. */
export const application: KindDefinition = {
  kind: 'application',
  says: 'Somebody applies for a home.',
  events: {
    'application-received': { says: 'The application came.' },
    'application-acknowledged': { says: 'We told the applicant that it came.' },
    'application-decided': {
      says: 'We decided and told the applicant.',
      closes: true,
      fields: { outcome: toRecord(code('what was decided')), reason: promised(code('why')) },
    },
  },
}
