import {
  acknowledged,
  act,
  answer,
  arrived,
  cancelled,
  closed,
  complaint,
  format,
  home,
  incident,
  incidentClosed,
  left,
  letter,
  onTheTelephone,
  passedOn,
  report,
  sent,
  started,
  told,
  warning,
  withoutIt,
} from './acts.ts'
import { type RuleTried, tried } from './tried.ts'

/** Rules that ask for something to follow: asked for at the act that closes the case. */
export const later: readonly RuleTried[] = [
  tried('LIN-16', 'accessible-format', [format], withoutIt, { first: [sent] }),
  tried('LHH-19', 'accessible-format', [format], withoutIt, { first: [sent] }),
  tried('MGH-77', 'accessible-format', [format], withoutIt, { first: [sent] }),
  tried('OHG-44', 'accessible-format', [format], withoutIt, { first: [sent] }),
  tried('SLH-16', 'accessible-format', [format], withoutIt, { first: [sent] }),
  tried('SLH-17', 'accessible-format', [act('interpreter-requested', { bsl: true })], withoutIt, {
    first: [act('interpreter-provided')],
  }),
  tried('LIN-24', 'reception-visit', [arrived], left, { first: [act('wait-advised', { minutes: 10 })] }),
  tried('LIN-33', 'appointment', [home, cancelled, home], started, { first: [told] }),
  tried('LHH-31', 'appointment', [home, cancelled, home], started, { first: [told] }),
  tried('LIN-40', 'enquiry', [letter], closed, {
    first: [act('reply-sent', { full: true, name: true, position: true })],
  }),
  tried(
    'LIN-44',
    'complaint',
    [complaint, acknowledged, act('complaint-answered', { ...answer, reason: 'as-agreed' })],
    act('complaint-closed'),
    { first: [act('satisfaction-invited')] },
  ),
  tried(
    'LIN-49',
    'complaint',
    [act('complaint-received', { channel: 'letter', about: 'neighbour', complainant: 'customer' })],
    act('complaint-redirected', { to: 'appeal' }),
    { first: [], gives: { to: 'antisocial-behaviour' } },
  ),
  tried('LHH-06', 'behaviour', [incident], incidentClosed, { first: [warning] }),
  tried('SLH-46', 'behaviour', [incident], incidentClosed, { first: [warning] }),
  tried(
    'LHH-34',
    'compensation',
    [act('entitlement-found', { promise: 'LHH-33', case: 'c1' })],
    act('compensation-declined', { reason: 'customer-declined' }),
    { first: [act('compensation-offered', { pence: 1000 })] },
  ),
  tried('MGH-02', 'enquiry', [letter, passedOn], closed, { first: [act('referral-acknowledged')] }),
  tried('SLH-43', 'enquiry', [letter, passedOn], closed, {
    first: [act('progress-told', { action: 'visit' })],
  }),
  tried(
    'SLH-43',
    'antisocial-behaviour',
    [act('asb-reported', { urgent: false }), act('asb-taken-up')],
    act('asb-closed', { outcome: 'stopped' }),
    { first: [act('asb-updated')] },
  ),
  tried('MGH-16', 'repair', [report, home, started], act('repair-completed'), {
    first: [act('follow-up-told')],
  }),
  tried('MGH-35', 'enquiry', [onTheTelephone], closed, {
    first: [act('call-back-agreed', { for: '2026-03-03' })],
  }),
  tried('MGH-37', 'enquiry', [onTheTelephone], closed, { first: [act('note-kept', { of: 'call' })] }),
  tried('MGH-44', 'enquiry', [letter], closed, { first: [act('contact-opened', { dateStamped: true })] }),
  tried('MGH-57', 'enquiry', [letter, act('contact-opened', { forColleague: true })], closed, {
    first: [passedOn],
  }),
  tried('MGH-67', 'tenancy', [act('tenancy-started', { home: 'h1' })], act('tenancy-ended'), {
    first: [act('agreement-explained')],
  }),
  tried(
    'MGH-68',
    'tenancy',
    [act('tenancy-started', { home: 'h1' }), act('handbook-given')],
    act('tenancy-ended'),
    { first: [act('induction-pack-given')] },
  ),
  tried('MGH-84', 'reception-visit', [act('visitor-arrived', { private: true })], left, {
    first: [act('visitor-seen', { by: 's1', privateRoom: true })],
  }),
  tried(
    'SLH-13',
    'appointment',
    [act('appointment-requested')],
    act('appointment-cancelled', { by: 'landlord' }),
    { first: [home] },
  ),
]
