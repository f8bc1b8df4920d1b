import { asked, code, codeOrYes, oneOf, promised, toRecord, wholeNumber, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'
import { answerRefused, escalationRefused } from './refusals.ts'

const stages = ['complaint-received', 'complaint-escalated'] as const

/** From the answer to what was learnt. */
export const complaintAnswered: Readonly<Record<string, EventDefinition>> = {
  'complaint-answered': {
    says: 'We gave our decision.',
    plainly: {
      says: 'we gave our decision',
      record: {
        outcome: 'whether we found for you',
        reason: 'why we decided so',
        howToEscalate: 'that we told you how to take it further',
        apology: 'that we said sorry',
        putRight: 'that we put it right',
        stage: 'which stage it was',
      },
      when: { outcome: { 'upheld or partly': 'and found for you, at least in part' } },
    },
    act: 'Give our decision',
    follows: stages,
    notAfter: ['complaint-answered', 'complaint-redirected', 'complaint-closed'],
    refuses: answerRefused,
    fields: {
      stage: asked('Which stage is it?', toRecord(wholeNumber('the stage of the procedure: 1, 2 …'))),
      outcome: asked(
        'Do we find for the complainant?',
        toRecord(oneOf(['upheld', 'partly', 'not'], 'whether we found for the complainant')),
      ),
      reason: asked('Does the answer say why we decided so?', promised(codeOrYes('why we decided so'))),
      howToEscalate: asked(
        'Does it say how to take the complaint further?',
        promised(codeOrYes('the answer says how to take it further')),
      ),
      apology: asked('Did we say sorry?', yesOrNo('we said sorry')),
      putRight: asked('Was it put right?', yesOrNo('what went wrong was put right')),
    },
    asksFor: { kind: 'message', label: 'Our answer' },
  },
  'complaint-escalated': {
    says: 'The complainant took it to the next stage.',
    plainly: { says: 'you took the complaint further' },
    act: 'Take to the next stage',
    follows: ['complaint-answered', 'complaint-closed'],
    notAfter: ['complaint-escalated'],
    refuses: escalationRefused,
    fields: { stage: asked('Which stage does it go to?', toRecord(wholeNumber('the stage it goes to'))) },
    asksFor: { kind: 'note', label: 'Why are they not satisfied?' },
  },
  'learning-recorded': {
    says: 'We noted what the complaint taught us.',
    plainly: { says: 'we wrote down what we learnt from it' },
    act: 'Record what we learnt',
    follows: ['complaint-received'],
    fields: {
      cause: asked('Why did it go wrong?', code('why it went wrong'), {
        suggests: [
          'delay',
          'communication',
          'information',
          'behaviour',
          'workmanship',
          'procedure',
          'system',
          'nothing-went-wrong',
        ],
      }),
      lesson: asked('What will be done differently?', code('what will be done differently'), {
        suggests: ['training', 'procedure', 'information', 'contractor', 'system', 'nothing-to-change'],
      }),
    },
    asksFor: { kind: 'note', label: 'What did we learn?' },
  },
  'complaint-closed': {
    says: 'Nothing more is to be done. Closing is no answer.',
    plainly: {
      says: 'we closed the complaint',
      without: {
        reason: {
          'not withdrawn or duplicate or wrong-person':
            'complaints that you withdrew, had sent twice or had meant for somebody else',
        },
      },
      when: {
        reason: {
          'withdrawn or duplicate or wrong-person':
            'because you withdrew it, had sent it twice or meant somebody else',
        },
      },
    },
    act: 'Close the complaint',
    follows: stages,
    notAfter: ['complaint-closed', 'complaint-redirected'],
    closes: true,
    fields: {
      satisfied: asked(
        'Does the complainant say that it is solved?',
        yesOrNo('the complainant says that it was solved'),
      ),
      reason: asked('Why is it closed?', code('why it was closed'), {
        suggests: ['answered', 'withdrawn', 'duplicate', 'wrong-person'],
      }),
    },
  },
}
