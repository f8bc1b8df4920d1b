import {
  acknowledged,
  act,
  answer,
  arrived,
  asked,
  complaint,
  fieldsOf,
  home,
  letter,
  onTheTelephone,
  without,
} from './acts.ts'
import { type RuleTried, tried } from './tried.ts'

/** Rules that ask for fields of the act. */
export const fields: readonly RuleTried[] = [
  tried('LIN-21', 'reception-visit', [arrived], act('visitor-seen'), { gives: { by: 's1' } }),
  tried(
    'LIN-23',
    'reception-visit',
    [act('visitor-arrived', { appointmentAt: '2026-03-02T10:00:00Z' })],
    act('visitor-seen', { by: 's1', designated: false }),
    { gives: { designated: true } },
  ),
  tried('LIN-28', 'enquiry', [onTheTelephone], act('wanted-person-was-away'), {
    gives: { messageTaken: true },
  }),
  tried('LIN-36', 'appointment', [home], act('no-access', { cardLeft: false }), {
    gives: { cardLeft: true, purpose: true, telephone: true },
  }),
  tried('LIN-38', 'appointment', [], act('appointment-booked', { ...fieldsOf(home), evening: true }), {
    gives: { secondStaff: 's2' },
  }),
  tried('LIN-42', 'enquiry', [letter], act('reply-sent', { full: true, channel: 'letter', name: true }), {
    gives: { position: true },
  }),
  tried('LIN-54', 'enquiry', [letter], act('preference-recorded', { preference: 'visit', followed: false }), {
    gives: { followed: true },
  }),
  tried('LIN-46', 'complaint', [], without(complaint, 'complainant'), { gives: { complainant: 'owner' } }),
  tried('LIN-48', 'complaint', [], without(complaint, 'about'), { gives: { about: 'charge' } }),
  tried('LHH-13', 'complaint', [complaint], act('complaint-answered', answer), {
    gives: { reason: 'as-agreed' },
  }),
  tried('LHH-13', 'access-request', [asked], act('access-refused'), { gives: { reason: 'law-forbids' } }),
  tried(
    'LHH-13',
    'application',
    [act('application-received')],
    act('application-decided', { outcome: 'refused' }),
    { gives: { reason: 'not-eligible' } },
  ),
  tried('LHH-18', 'appointment', [], act('appointment-booked', { ...fieldsOf(home), place: 'office' }), {
    gives: { homeOffered: true },
  }),
  tried('MGH-04', 'enquiry', [letter], act('outside-our-services'), { gives: { referredTo: 'council' } }),
  tried(
    'MGH-20',
    'complaint',
    [complaint, acknowledged],
    act('complaint-answered', { ...answer, apology: true }),
    { gives: { putRight: true } },
  ),
  tried('MGH-31', 'call', [act('call-offered', { queue: 'main' })], act('call-screened'), {
    gives: { salesCall: true },
  }),
  tried('MGH-36', 'enquiry', [onTheTelephone], act('call-transferred', { to: 's1', named: true }), {
    gives: { briefed: true },
  }),
  tried('MGH-39', 'diary', [], act('rota-set', { rota: 'duty' }), { gives: { receptionTold: true } }),
  tried('MGH-40', 'diary', [], act('rota-set', { rota: 'lunch-cover' }), { gives: { groupPickUp: true } }),
  tried('MGH-41', 'enquiry', [], act('contact-received', { channel: 'message', nameNoted: true }), {
    gives: { telephoneNoted: true, addressNoted: true, subjectNoted: true, timeNoted: true },
  }),
  tried('MGH-42', 'diary', [], act('greeting-changed', { name: true, date: true }), {
    gives: { back: true, alternative: true },
  }),
  tried('MGH-46', 'enquiry', [letter], act('information-requested', { of: 'council' }), {
    gives: { for: '2026-03-06' },
  }),
  tried('MGH-49', 'enquiry', [letter], act('reply-sent', { full: true, channel: 'letter', name: true }), {
    gives: { address: true, telephone: true },
  }),
  tried(
    'MGH-61',
    'enquiry',
    [act('contact-received', { channel: 'e-mail' })],
    act('reply-sent', { full: true, channel: 'e-mail', name: true }),
    { gives: { telephone: true, email: true } },
  ),
  tried('MGH-65', 'diary', [act('diary-shared')], act('absence-started'), { gives: { where: 'meeting' } }),
  tried(
    'MGH-100',
    'complaint',
    [complaint, acknowledged],
    act('complaint-answered', { ...answer, reason: 'as-agreed' }),
    { gives: { howToEscalate: true } },
  ),
  tried('OHG-21', 'complaint', [complaint], act('complaint-acknowledged', { investigator: 's1' }), {
    gives: { decisionOn: '2026-03-16' },
  }),
  tried('OHG-22', 'complaint', [complaint], act('complaint-answered', answer), {
    gives: { howToEscalate: true },
  }),
  tried(
    'OHG-53',
    'publication',
    [],
    act('publication-made', { what: 'rents', where: 'office', form: 'leaflet', edition: '2' }),
    { gives: { datedOn: '2026-02-01' } },
  ),
  tried('SLH-09', 'enquiry', [letter], act('preference-recorded', { preference: 'visit', followed: false }), {
    gives: { followed: true },
  }),
  tried('SLH-12', 'complaint', [complaint], act('complaint-answered', answer), {
    gives: { reason: 'as-agreed' },
  }),
  tried(
    'SLH-21',
    'enquiry',
    [letter],
    act('acknowledgement-sent', { channel: 'letter', name: true, telephone: true, email: true }),
    { gives: { address: true } },
  ),
  tried('SLH-31', 'reception-visit', [arrived], act('visitor-left'), { gives: { action: true } }),
  tried(
    'SLH-40',
    'appointment',
    [home],
    act('no-access', { cardLeft: true, purpose: true, telephone: true }),
    { gives: { rearranged: true } },
  ),
  tried('SLH-44', 'enquiry', [letter], act('outside-our-services'), { gives: { referredTo: 'council' } }),
]
