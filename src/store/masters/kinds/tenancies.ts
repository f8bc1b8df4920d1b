import { master } from '../definition.ts'

/** Who lives where, or has asked to, and by what right. */
export const tenancies = master({
  kind: 'tenancies',
  one: 'tenancy',
  says: 'Who lives where, or has asked to, and by what right.',
  table: 'tenancies',
  id: 'tenancyId',
  read: 'masters.read',
  write: 'customers.write',
  listedBy: ['home', 'customers'],
  fields: {
    home: {
      says: 'the home; an applicant has none yet',
      type: 'id',
      of: 'homes',
      alsoHeaded: ['property'],
    },
    customers: {
      says: 'who holds it: several where it is joint, in the order of the agreement',
      type: 'ids',
      of: 'customers',
      in: 'tenancy_customers',
      required: true,
      alsoHeaded: ['customerIds', 'tenants', 'customer', 'customerId'],
    },
    kind: {
      says: 'by what right',
      type: 'one of',
      oneOf: [
        'general-needs',
        'sheltered',
        'supported',
        'temporary',
        'shared-ownership',
        'leasehold',
        'owner',
        'applicant',
        'garage',
      ],
      required: true,
      alsoHeaded: ['tenancy type', 'type'],
    },
    startedOn: { says: 'when it began', type: 'date', alsoHeaded: ['start date'] },
    endedOn: { says: 'when it ended', type: 'date', notBefore: 'startedOn', alsoHeaded: ['end date'] },
  },
})
