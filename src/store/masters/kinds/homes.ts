import { master } from '../definition.ts'

/** What is let, leased or looked after. */
export const homes = master({
  kind: 'homes',
  one: 'home',
  says: 'What is let, leased or looked after.',
  table: 'homes',
  id: 'homeId',
  read: 'masters.read',
  write: 'masters.write',
  listedBy: ['office'],
  fields: {
    address: { says: 'where it is', type: 'lines', required: true, alsoHeaded: ['property address'] },
    postcode: { says: 'its postcode', type: 'postcode' },
    uprn: { says: 'its unique property reference number', type: 'digits', most: 12 },
    kind: {
      says: 'what it is, such as flat, house or bungalow',
      type: 'code',
      alsoHeaded: ['property type', 'type'],
    },
    bedrooms: { says: 'how many bedrooms it has', type: 'whole number', most: 50, alsoHeaded: ['beds'] },
    office: { says: 'the office that looks after it', type: 'id', of: 'offices' },
    endedOn: { says: 'when it was sold or taken down', type: 'date' },
  },
  found: ({ address, postcode, uprn, endedOn }) => ({
    kind: 'home',
    names: [address],
    keys: [postcode, uprn],
    shown: { address, postcode, endedOn },
  }),
})
