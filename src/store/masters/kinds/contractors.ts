import { master } from '../definition.ts'

/** Firms that do jobs for the landlord. */
export const contractors = master({
  kind: 'contractors',
  one: 'contractor',
  says: 'A firm that does jobs for the landlord.',
  table: 'contractors',
  id: 'contractorId',
  read: 'masters.read',
  write: 'masters.write',
  fields: {
    name: { says: 'what it is called', type: 'text', required: true },
    trade: { says: 'what it does, such as plumbing', type: 'code' },
    telephone: { says: 'its number', type: 'telephone', alsoHeaded: ['phone', 'tel'] },
    email: { says: 'its e-mail address', type: 'e-mail', alsoHeaded: ['e-mail address'] },
    endedOn: { says: 'when it stopped working for the landlord', type: 'date' },
  },
})
