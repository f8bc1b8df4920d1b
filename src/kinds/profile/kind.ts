import { wholeNumber } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** How complete the profile of a resident is; never what it says. */
export const profile: KindDefinition = {
  kind: 'profile',
  says: 'How complete a resident’s diversity profile is; what it says stays in the drawer.',
  notACase: true,
  events: {
    'profile-opened': {
      says: 'The resident’s profile was begun.',
      plainly: { says: 'we began to ask about somebody’s needs' },
    },
    'profile-completed': {
      says: 'The resident answered; “prefer not to say” is an answer.',
      plainly: {
        says: 'they told us about themselves',
        when: { strands: { 'at least 6': 'under six headings or more', 'not given': 'in full' } },
      },
      fields: { strands: wholeNumber('how many strands have an answer') },
    },
    'profile-closed': { says: 'The resident left.', plainly: { says: 'they left us' }, closes: true },
  },
}
