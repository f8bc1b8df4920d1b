import { code } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A tenant wishes to move to another of our homes. */
export const transfer: KindDefinition = {
  kind: 'transfer',
  says: 'A tenant is on the list to move to another home.',
  events: {
    'transfer-requested': { says: 'The tenant asked to move and was put on the list.' },
    'transfer-contact-recorded': {
      says: 'A contact with the tenant or their representative was put on the file.',
    },
    'transfer-reviewed': { says: 'The entry on the list was checked and brought up to date.' },
    'transfer-closed': {
      says: 'The tenant moved, or no longer wishes to.',
      closes: true,
      fields: { reason: code('why') },
    },
  },
}
