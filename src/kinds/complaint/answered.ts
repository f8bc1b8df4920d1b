import { code, codeOrYes, oneOf, promised, toRecord, wholeNumber, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** From the answer to what was learnt. */
export const complaintAnswered: Readonly<Record<string, EventDefinition>> = {
  'complaint-answered': {
    says: 'We gave our decision.',
    fields: {
      stage: toRecord(wholeNumber('the stage of the procedure: 1, 2 …')),
      outcome: toRecord(oneOf(['upheld', 'partly', 'not'], 'whether we found for the complainant')),
      reason: promised(codeOrYes('why we decided so')),
      howToEscalate: promised(codeOrYes('the answer says how to take it further')),
      apology: yesOrNo('we said sorry'),
      putRight: yesOrNo('what went wrong was put right'),
    },
  },
  'complaint-escalated': {
    says: 'The complainant took it to the next stage.',
    fields: { stage: toRecord(wholeNumber('the stage it goes to')) },
  },
  'learning-recorded': {
    says: 'We noted what the complaint taught us.',
    fields: { lesson: code('what will be done differently') },
  },
  'complaint-closed': {
    says: 'Nothing more is to be done. Closing is no answer.',
    closes: true,
    fields: {
      satisfied: yesOrNo('the complainant says that it was solved'),
      reason: code('why it was closed'),
    },
  },
}
