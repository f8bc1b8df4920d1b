import { editions, packOf, type Written } from './little-pack.ts'

/** Two editions of a pack with every measure, and every clause of a clock that has to do with time. */
export function everyMeasure() {
  return editions(...everyMeasureWritten().map(({ promises, head }) => packOf(promises, head)))
}

/** The same editions as they are written: promises, and what their heads say. */
export function everyMeasureWritten(): readonly {
  readonly promises: readonly Written[]
  readonly head: Written
}[] {
  return [
    {
      promises: [answers('10 working days'), ...rest],
      head: { meanings: { received_out_of_hours: 'next working day' } },
    },
    {
      promises: [answers('5 working days'), ...rest],
      head: { edition: 'second', in_force_from: '2026-06-01' },
    },
  ]
}

function answers(within: string): Written {
  return {
    clock: {
      starts: 'contact-received',
      stops: { event: 'reply-sent', when: { full: true } },
      when: { urgent: false },
      within,
      extends: { when: 'acknowledgement-sent', within: '2 working days', then: '12 working days' },
      pauses: 'information-requested',
      resumes: 'information-received',
      voids: 'enquiry-closed',
      fails: 'outside-our-services',
    },
    target: 'at least 90%',
  }
}

const rest: readonly Written[] = [
  {
    clock: {
      starts: 'appointment-requested',
      stops: 'appointment-offered',
      stops_at: 'for',
      within: '5 working days',
      voids: 'appointment-cancelled',
    },
  },
  {
    clock: {
      starts: 'contact-received',
      stops: 'reply-sent',
      within: '20 working hours',
      extends: { when: 'holding-reply-sent', then: 'newDate', as: 'new clock' },
    },
  },
  {
    clock: {
      starts: 'account-opened',
      stops: 'statement-sent',
      within: '3 weeks',
      tolerance: '4 days',
      repeats: true,
    },
  },
  { rule: { late: ['P-1', 'P-2'], told_by: 'holding-reply-sent' } },
  { rule: { applies_to: 'contact-received', later: 'acknowledgement-sent', within: '2 working days' } },
  {
    survey: {
      survey: 'complaints',
      after: 'complaint-closed',
      invited_by: 'satisfaction-invited',
      within: '10 days',
    },
  },
  { survey: { survey: 'complaints', question: 'satisfied', kept_by: ['very'] } },
  { check: { item: 'polite', instruments: ['audit'] } },
  {
    recurring: {
      every: '2 weeks',
      starts: 'account-opened',
      done_by: 'statement-sent',
      ends: 'account-closed',
    },
  },
  { recurring: { every: '1 month', duty: 'newsletter' } },
  { recurring: { by: '2026-05', duty: 'report' } },
  { recurring: { every: '1 year', times: 12, duty: 'assessment' }, target: '12 per year' },
  { published: { what: 'opening-hours', where: ['office', 'website'], current_for: '30 days' } },
  {
    ratio: {
      share: { clocks: 'kept' },
      of: { clocks: 'decided' },
      beside: { early: { clocks: 'early', when: { urgent: false } } },
    },
  },
  {
    ratio: {
      share: { last: 'pence', event: 'balance-read', above_zero: true, until: 'account-closed' },
      of: { last: 'weeklyRentPence', event: 'balance-read', times: 52, until: 'account-closed' },
      beside: {
        open: { stock: 'account-opened', until: 'account-closed' },
        rent: { returned: 'rent' },
        homes: { returned: 'homes', latest: true },
      },
    },
  },
  { ratio: { share: { count: 'reply-sent', once_a_case: true }, of: { count: 'contact-received' } } },
  { ratio: { share: { promises: 'met' }, of: { promises: 'judged' } } },
]
