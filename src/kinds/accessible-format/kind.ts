import { code, oneOf, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const formats = ['large-print', 'braille', 'audio', 'cd', 'translation', 'easy-read'] as const

/** Information in a form the customer can use, and interpreters. */
export const accessibleFormat: KindDefinition = {
  kind: 'accessible-format',
  says: 'Somebody needs information in another form or language, or an interpreter.',
  events: {
    'format-requested': {
      says: 'The customer asked for something in a form they can use.',
      fields: {
        format: toRecord(oneOf(formats, 'the form asked for')),
        language: code('the language asked for, such as cy or ur'),
      },
    },
    'format-sent': { says: 'It was sent in the form asked for.', closes: true },
    'interpreter-requested': {
      says: 'The customer asked for an interpreter, or staff saw that one is needed.',
      fields: {
        language: promised(code('the language, such as cy or ur')),
        bsl: yesOrNo('British Sign Language is asked for'),
      },
    },
    'interpreter-provided': { says: 'An interpreter was there.', closes: true },
  },
}
