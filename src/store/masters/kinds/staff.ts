import { isRole, roles } from '#core/people/role.ts'
import { refused } from '#core/refused.ts'
import { master } from '../definition.ts'

/** Who works for the landlord; how they sign in stands elsewhere. Roles say what they may do, so only who may give roles writes here. */
export const staff = master({
  kind: 'staff',
  one: 'member of staff',
  says: 'Somebody who works for the landlord or one of its contractors.',
  table: 'staff',
  id: 'staffId',
  read: 'masters.read',
  write: 'people',
  listedBy: ['team', 'office', 'contractor'],
  fields: {
    name: { says: 'their name, as letters show it', type: 'text', required: true, alsoHeaded: ['full name'] },
    jobTitle: {
      says: 'what they do, as letters show it',
      type: 'text',
      alsoHeaded: ['position', 'role title'],
    },
    email: { says: 'their e-mail address at work', type: 'e-mail', alsoHeaded: ['e-mail address'] },
    directDial: {
      says: 'the number at which they answer',
      type: 'telephone',
      alsoHeaded: ['telephone', 'phone', 'extension'],
    },
    team: { says: 'their team', type: 'id', of: 'teams' },
    office: { says: 'where they work', type: 'id', of: 'offices' },
    contractor: {
      says: 'the contractor they work for: they see its jobs alone',
      type: 'id',
      of: 'contractors',
    },
    roles: {
      says: 'what they are, and so may do',
      type: 'some of',
      oneOf: Object.keys(roles),
      alsoHeaded: ['role'],
    },
    active: { says: 'whether they still work there', type: 'yes or no', otherwise: true },
  },
  fault: ({ roles: held, contractor }) => {
    const named = Array.isArray(held) ? held.filter(isRole) : []
    if (named.includes('contractor') && contractor === null)
      return refused(
        'not valid',
        'contractor: a contractor’s role needs the contractor',
        'name it',
        '/contractor',
      )
    if (contractor !== null && named.some((role) => role !== 'contractor'))
      return refused(
        'not valid',
        'roles: whoever works for a contractor sees its jobs alone',
        'give them the role contractor and no other',
        '/roles',
      )
    return undefined
  },
})
