import { refused } from '#core/refused.ts'
import { master } from '../definition.ts'

const withLanguage: readonly unknown[] = ['translation', 'interpreter']

/** What a customer needs in order to read us, hear us and be heard. */
export const needs = master({
  kind: 'needs',
  one: 'communication need',
  says: 'What a customer needs in order to read us, hear us and be heard.',
  table: 'communication_needs',
  id: 'needId',
  read: 'customers.read',
  write: 'customers.write',
  shows: 'customer',
  listedBy: ['customer'],
  removable: true,
  fields: {
    customer: { says: 'whose need it is', type: 'id', of: 'customers', required: true, fixed: true },
    need: {
      says: 'what is needed',
      type: 'one of',
      oneOf: [
        'large-print',
        'braille',
        'audio',
        'cd',
        'easy-read',
        'translation',
        'interpreter',
        'bsl',
        'hearing-loop',
        'text-relay',
        'lip-reading',
        'speak-slowly',
        'no-telephone',
        'no-letters',
        'home-visits',
        'wheelchair-access',
        'third-party-copied',
      ],
      required: true,
    },
    language: {
      says: 'the language, such as cy or ur, for a translation or an interpreter',
      type: 'code',
      most: 35,
    },
    toldOn: { says: 'when we were told', type: 'date' },
    endedOn: { says: 'since when it is needed no more', type: 'date', notBefore: 'toldOn' },
  },
  fault: ({ need, language }) => {
    if (withLanguage.includes(need) === (language !== null)) return undefined
    return language === null
      ? refused('not valid', 'language: this need is of a language', 'name it, such as cy or ur', '/language')
      : refused('not valid', 'language: this need is of no language', 'leave it out', '/language')
  },
})
