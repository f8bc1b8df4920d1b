import { asked, code } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const requested = ['transfer-requested'] as const

/** A tenant wishes to move to another of our homes. */
export const transfer: KindDefinition = {
  kind: 'transfer',
  says: 'A tenant is on the list to move to another home.',
  events: {
    'transfer-requested': {
      says: 'The tenant asked to move and was put on the list.',
      plainly: { says: 'you asked to move to another of our homes' },
      act: 'Put on the transfer list',
      opens: true,
      once: true,
      asksFor: { kind: 'note', label: 'What do they need, and why?' },
    },
    'transfer-contact-recorded': {
      says: 'A contact with the tenant or their representative was put on the file.',
      plainly: { says: 'we put a contact about your move on the file' },
      act: 'Note a contact',
      follows: requested,
      asksFor: { kind: 'note', label: 'What was said?', required: true },
    },
    'transfer-reviewed': {
      says: 'The entry on the list was checked and brought up to date.',
      plainly: { says: 'we checked your place on the list' },
      act: 'Record a review',
      follows: requested,
      notAfter: ['transfer-closed'],
      asksFor: { kind: 'note', label: 'What has changed?' },
    },
    'transfer-closed': {
      says: 'The tenant moved, or no longer wishes to.',
      plainly: { says: 'you came off the list' },
      act: 'Take off the list',
      follows: requested,
      notAfter: ['transfer-closed'],
      closes: true,
      fields: {
        reason: asked('Why?', code('why'), {
          suggests: ['moved', 'no-longer-wanted', 'no-longer-eligible', 'tenancy-ended'],
        }),
      },
    },
  },
}
