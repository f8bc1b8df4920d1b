import { asked, toRecord, wholeNumber } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

const pence = asked('How much?', toRecord(wholeNumber('how much, in pence')))

/** What is charged, paid and owed. All money is in whole pence. What is charged and paid comes from the rent system. */
export const rentMoney: Readonly<Record<string, EventDefinition>> = {
  'account-opened': {
    says: 'The rent account was opened.',
    plainly: { says: 'your rent account began' },
    act: 'Open a rent account',
    opens: true,
    once: true,
  },
  'statement-sent': {
    says: 'A rent statement was sent to the customer.',
    plainly: { says: 'we sent you a rent statement' },
    act: 'Send a statement',
  },
  'balance-read': {
    says: 'The account was looked at, as in the weekly check.',
    plainly: {
      says: 'we looked at the account',
      record: { pence: 'what customers owed', weeklyRentPence: 'the weekly rent' },
    },
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
  'rent-charged': { says: 'Rent fell due.', plainly: { says: 'rent fell due' }, fields: { pence } },
  'rent-received': { says: 'Rent was paid.', plainly: { says: 'you paid rent' }, fields: { pence } },
  'account-closed': {
    says: 'The rent account was closed.',
    plainly: { says: 'the rent account came to an end' },
    act: 'Close the account',
    notAfter: ['account-closed'],
    closes: true,
  },
}
