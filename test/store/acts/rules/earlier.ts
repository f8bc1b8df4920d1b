import { acknowledged, act, answer, asked, complaint, given, known, letter } from './acts.ts'
import { type RuleTried, tried } from './tried.ts'

/** Rules that ask for something to have come before. */
export const earlier: readonly RuleTried[] = [
  tried('LHH-15', 'access-request', [asked], given, { first: [known] }),
  tried('MGH-85', 'access-request', [asked], given, { first: [known] }),
  tried('SLH-18', 'access-request', [asked], given, { first: [known] }),
  tried('MGH-07', 'complaint', [complaint], act('complaint-closed'), { first: [act('learning-recorded')] }),
  tried('MGH-83', 'complaint', [complaint, acknowledged, act('learning-recorded')], act('complaint-closed'), {
    first: [
      act('complaint-answered', {
        ...answer,
        reason: 'as-agreed',
        howToEscalate: true,
        apology: true,
        putRight: true,
      }),
    ],
  }),
  tried(
    'MGH-100',
    'complaint',
    [complaint],
    act('complaint-answered', { ...answer, reason: 'as-agreed', howToEscalate: true }),
    { first: [acknowledged] },
  ),
  tried('MGH-52', 'enquiry', [letter], act('reply-sent', { full: true, channel: 'letter', copyKept: true }), {
    first: [act('note-kept', { of: 'letter' })],
  }),
  tried('MGH-64', 'diary', [], act('absence-started', { where: 'leave' }), { first: [act('diary-shared')] }),
  tried('MGH-56', 'diary', [act('absence-started', { where: 'leave' })], act('absence-ended'), {
    first: [act('out-of-office-set', { alternative: true })],
    then: [act('out-of-office-ended')],
  }),
  tried('OHG-30', 'rent-account', [act('arrears-passed', { weeks: 5 })], act('notice-served'), {
    first: [act('debt-advice-offered')],
  }),
  tried(
    'OHG-31',
    'rent-account',
    [act('arrears-passed', { weeks: 5 }), act('notice-served')],
    act('court-application-made'),
    { first: [act('support-offered')] },
  ),
  tried('SLH-11', 'planned-works', [act('programme-announced')], act('works-started'), {
    first: [act('consultation-held')],
  }),
]
