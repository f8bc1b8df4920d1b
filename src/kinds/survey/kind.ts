import { code, codeOrNumber, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** What customers answered. */
export const survey: KindDefinition = {
  kind: 'survey',
  says: 'One answer to one question of a survey.',
  notACase: true,
  events: {
    'survey-answered': {
      says: 'Somebody answered a question.',
      fields: {
        survey: toRecord(code('the survey')),
        question: toRecord(code('the question')),
        answer: toRecord(codeOrNumber('the answer, on the question’s own scale')),
      },
    },
  },
}
