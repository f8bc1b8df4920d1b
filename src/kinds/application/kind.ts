import { asked, channel, code, promised, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** An application for a home. */
export const application: KindDefinition = {
  kind: 'application',
  says: 'Somebody applies for a home.',
  events: {
    'application-received': {
      says: 'The application came.',
      plainly: { says: 'you applied for a home' },
      act: 'Record an application',
      opens: true,
      once: true,
      asksFor: { kind: 'note', label: 'Note' },
    },
    'application-acknowledged': {
      says: 'We told the applicant that it came.',
      plainly: {
        says: 'we told you … that it came',
        when: { channel: { 'not given': 'in a way that nobody noted' } },
      },
      act: 'Acknowledge',
      follows: ['application-received'],
      notAfter: ['application-acknowledged', 'application-decided'],
      fields: { channel: asked('How were they told?', channel('how it left us')) },
    },
    'application-decided': {
      says: 'We decided and told the applicant.',
      plainly: { says: 'we decided and told you' },
      act: 'Give our decision',
      follows: ['application-received'],
      notAfter: ['application-decided'],
      closes: true,
      fields: {
        outcome: asked('What was decided?', toRecord(code('what was decided')), {
          suggests: ['accepted', 'refused', 'more-information-needed', 'withdrawn'],
        }),
        reason: asked('Why?', promised(code('why')), {
          suggests: ['meets-the-policy', 'not-eligible', 'no-such-home', 'information-missing', 'withdrawn'],
        }),
      },
      asksFor: { kind: 'message', label: 'What were they told?' },
    },
  },
}
