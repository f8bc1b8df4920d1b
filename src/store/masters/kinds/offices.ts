import { master } from '../definition.ts'

/** Where the landlord can be visited. */
export const offices = master({
  kind: 'offices',
  one: 'office',
  says: 'Where the landlord can be visited.',
  table: 'offices',
  id: 'officeId',
  read: 'masters.read',
  write: 'masters.write',
  fields: {
    name: { says: 'what it is called', type: 'text', required: true },
    address: { says: 'where it is', type: 'lines' },
    postcode: { says: 'its postcode', type: 'postcode' },
    telephone: { says: 'its number', type: 'telephone', alsoHeaded: ['phone', 'tel'] },
    email: { says: 'its e-mail address', type: 'e-mail', alsoHeaded: ['e-mail address'] },
    hours: { says: 'by which hours of the pack it is open', type: 'code' },
    endedOn: { says: 'when it was closed for good', type: 'date' },
  },
})
