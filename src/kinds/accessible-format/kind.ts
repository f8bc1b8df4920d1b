import { asked, code, oneOf, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const formats = ['large-print', 'braille', 'audio', 'cd', 'translation', 'easy-read'] as const
const languages = [
  'ar',
  'bn',
  'cy',
  'fr',
  'gd',
  'gu',
  'pa',
  'pl',
  'pt',
  'ro',
  'so',
  'uk',
  'ur',
  'zh',
] as const

/** Information in a form the customer can use, and interpreters. */
export const accessibleFormat: KindDefinition = {
  kind: 'accessible-format',
  says: 'Somebody needs information in another form or language, or an interpreter.',
  events: {
    'format-requested': {
      says: 'The customer asked for something in a form they can use.',
      plainly: { says: 'you asked for something in a form that you can use' },
      act: 'Record a request for another form',
      opens: true,
      fields: {
        format: asked('In what form?', toRecord(oneOf(formats, 'the form asked for'))),
        language: asked('In which language?', code('the language asked for, such as cy or ur'), {
          suggests: languages,
        }),
      },
      asksFor: { kind: 'note', label: 'What do they need in this form?' },
    },
    'format-sent': {
      says: 'It was sent in the form asked for.',
      plainly: { says: 'we sent it to you in that form' },
      act: 'Record that it was sent',
      follows: ['format-requested'],
      notAfter: ['format-sent'],
      closes: true,
    },
    'interpreter-requested': {
      says: 'The customer asked for an interpreter, or staff saw that one is needed.',
      plainly: { says: 'you needed an interpreter' },
      act: 'Ask for an interpreter',
      opens: true,
      fields: {
        language: asked('Which language?', promised(code('the language, such as cy or ur')), {
          suggests: languages,
        }),
        bsl: asked('Is it British Sign Language?', yesOrNo('British Sign Language is asked for')),
      },
      asksFor: { kind: 'note', label: 'When and where are they needed?' },
    },
    'interpreter-provided': {
      says: 'An interpreter was there.',
      plainly: { says: 'an interpreter was there' },
      act: 'Record that an interpreter was there',
      follows: ['interpreter-requested'],
      notAfter: ['interpreter-provided'],
      closes: true,
    },
    'request-closed': {
      says: 'Nothing more is to be done. Closing sends nothing.',
      act: 'Close without it',
      follows: ['format-requested', 'interpreter-requested'],
      notAfter: ['request-closed'],
      closes: true,
      fields: {
        reason: asked('Why?', code('why nothing more is to be done'), {
          suggests: ['no-longer-wanted', 'not-to-be-had', 'met-otherwise', 'not-ours-to-do'],
        }),
      },
      asksFor: { kind: 'note', label: 'What was the customer told?' },
    },
  },
}
