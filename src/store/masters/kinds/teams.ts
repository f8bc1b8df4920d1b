import { master } from '../definition.ts'

/** Staff who share work. */
export const teams = master({
  kind: 'teams',
  one: 'team',
  says: 'Staff who share work.',
  table: 'teams',
  id: 'teamId',
  read: 'masters.read',
  write: 'masters.write',
  listedBy: ['office'],
  fields: {
    name: { says: 'what it is called', type: 'text', required: true },
    office: { says: 'where it works', type: 'id', of: 'offices' },
    telephone: { says: 'its number', type: 'telephone', alsoHeaded: ['phone', 'tel'] },
    email: { says: 'its e-mail address', type: 'e-mail', alsoHeaded: ['e-mail address'] },
    endedOn: { says: 'when it was given up', type: 'date' },
  },
})
