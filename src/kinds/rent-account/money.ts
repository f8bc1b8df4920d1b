import { asked, toRecord, wholeNumber } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

const pence = asked('How much?', toRecord(wholeNumber('how much, in pence')))

/** What is charged, paid and owed. All money is in whole pence. What is charged and paid comes from the rent system. */
export const rentMoney: Readonly<Record<string, EventDefinition>> = {
  'account-opened': {
    says: 'The rent account was opened.',
    act: 'Open a rent account',
    opens: true,
    once: true,
  },
  'statement-sent': { says: 'A rent statement was sent to the customer.', act: 'Send a statement' },
  'balance-read': {
    says: 'The account was looked at, as in the weekly check.',
    act: 'Record what is owed',
    fields: {
      pence: asked(
        'How much is owed?',
        toRecord(wholeNumber('what is owed, in pence; below zero is in credit')),
      ),
      weeklyRentPence: asked(
        'How much is the weekly rent?',
        toRecord(wholeNumber('the weekly rent, in pence')),
      ),
    },
  },
  'rent-charged': { says: 'Rent fell due.', fields: { pence } },
  'rent-received': { says: 'Rent was paid.', fields: { pence } },
  'account-closed': {
    says: 'The rent account was closed.',
    act: 'Close the account',
    notAfter: ['account-closed'],
    closes: true,
  },
}
