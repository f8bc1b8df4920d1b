import { toRecord, wholeNumber } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What is charged, paid and owed. All money is in whole pence. */
export const rentMoney: Readonly<Record<string, EventDefinition>> = {
  'account-opened': { says: 'The rent account was opened.' },
  'statement-sent': { says: 'A rent statement was sent to the customer.' },
  'balance-read': {
    says: 'The account was looked at, as in the weekly check.',
    fields: {
      pence: toRecord(wholeNumber('what is owed, in pence; below zero is in credit')),
      weeklyRentPence: toRecord(wholeNumber('the weekly rent, in pence')),
    },
  },
  'rent-charged': {
    says: 'Rent fell due.',
    fields: { pence: toRecord(wholeNumber('how much, in pence')) },
  },
  'rent-received': {
    says: 'Rent was paid.',
    fields: { pence: toRecord(wholeNumber('how much, in pence')) },
  },
  'account-closed': { says: 'The rent account was closed.', closes: true },
}
