import type { Act } from '#store/ledger/act.ts'

/** How one rule of a pack is met at the act: what lacks, and what makes it whole. */
export interface RuleTried {
  readonly pack: string
  readonly rule: string
  readonly kind: string
  /** What happened in the case before; it is told by a program, so nothing of it is refused. */
  readonly before: readonly Act[]
  /** The act of staff that lacks what the rule asks. */
  readonly act: Act
  /** The fields that the same act carries where it is whole. */
  readonly gives?: Readonly<Record<string, unknown>>
  /** Or the acts that are done before it. */
  readonly first?: readonly Act[]
  /** What the rule asks to follow, where that is not what the act is refused for. */
  readonly then?: readonly Act[]
}

const act = (type: string, data: Readonly<Record<string, unknown>> = {}): Act => ({ type, data })

const letter = act('contact-received', { channel: 'letter' })
const onTheTelephone = act('contact-received', { channel: 'telephone' })
const complaint = act('complaint-received', { channel: 'letter', about: 'repair', complainant: 'customer' })
const acknowledged = act('complaint-acknowledged', { investigator: 's1', decisionOn: '2026-03-16' })
const answer = { stage: 1, outcome: 'upheld' }
const closed = act('enquiry-closed', { reason: 'answered' })
const format = act('format-requested', { format: 'braille' })
const sent = act('format-sent')
const withoutIt = act('request-closed')
const home = act('appointment-booked', { for: '2026-03-09T10:00:00Z', place: 'home', staff: ['s1'] })
const started = act('appointment-started')
const report = act('repair-reported', { priority: 'routine' })
const incident = act('incident-recorded')
const incidentClosed = act('incident-closed')
const warning = act('warning-given')
const asked = act('access-requested')
const given = act('access-given')
const known = act('identity-confirmed')
const arrived = act('visitor-arrived', { wants: 's1' })
const left = act('visitor-left', { action: true })
const passedOn = act('referred', { team: 't1' })
const cancelled = act('appointment-cancelled', { by: 'landlord' })
const told = act('customer-told')

const LIN = 'linstone'
const LHH = 'longhurst-and-havelok'
const MGH = 'mount-green'
const OHG = 'one-housing-group'
const SLH = 'south-lakes'

/** Rules that ask for fields of the act. */
const fields: readonly RuleTried[] = [
  {
    pack: LIN,
    rule: 'LIN-21',
    kind: 'reception-visit',
    before: [arrived],
    act: act('visitor-seen'),
    gives: { by: 's1' },
  },
  {
    pack: LIN,
    rule: 'LIN-23',
    kind: 'reception-visit',
    before: [act('visitor-arrived', { appointmentAt: '2026-03-02T10:00:00Z' })],
    act: act('visitor-seen', { by: 's1', designated: false }),
    gives: { designated: true },
  },
  {
    pack: LIN,
    rule: 'LIN-28',
    kind: 'enquiry',
    before: [onTheTelephone],
    act: act('wanted-person-was-away'),
    gives: { messageTaken: true },
  },
  {
    pack: LIN,
    rule: 'LIN-36',
    kind: 'appointment',
    before: [home],
    act: act('no-access', { cardLeft: false }),
    gives: { cardLeft: true, purpose: true, telephone: true },
  },
  {
    pack: LIN,
    rule: 'LIN-38',
    kind: 'appointment',
    before: [],
    act: act('appointment-booked', { ...data(home), evening: true }),
    gives: { secondStaff: 's2' },
  },
  {
    pack: LIN,
    rule: 'LIN-42',
    kind: 'enquiry',
    before: [letter],
    act: act('reply-sent', { full: true, channel: 'letter', name: true }),
    gives: { position: true },
  },
  {
    pack: LIN,
    rule: 'LIN-54',
    kind: 'enquiry',
    before: [letter],
    act: act('preference-recorded', { preference: 'visit', followed: false }),
    gives: { followed: true },
  },
  {
    pack: LIN,
    rule: 'LIN-46',
    kind: 'complaint',
    before: [],
    act: without(complaint, 'complainant'),
    gives: { complainant: 'owner' },
  },
  {
    pack: LIN,
    rule: 'LIN-48',
    kind: 'complaint',
    before: [],
    act: without(complaint, 'about'),
    gives: { about: 'charge' },
  },
  {
    pack: LHH,
    rule: 'LHH-13',
    kind: 'complaint',
    before: [complaint],
    act: act('complaint-answered', answer),
    gives: { reason: 'as-agreed' },
  },
  {
    pack: LHH,
    rule: 'LHH-13',
    kind: 'access-request',
    before: [asked],
    act: act('access-refused'),
    gives: { reason: 'law-forbids' },
  },
  {
    pack: LHH,
    rule: 'LHH-13',
    kind: 'application',
    before: [act('application-received')],
    act: act('application-decided', { outcome: 'refused' }),
    gives: { reason: 'not-eligible' },
  },
  {
    pack: LHH,
    rule: 'LHH-18',
    kind: 'appointment',
    before: [],
    act: act('appointment-booked', { ...data(home), place: 'office' }),
    gives: { homeOffered: true },
  },
  {
    pack: MGH,
    rule: 'MGH-04',
    kind: 'enquiry',
    before: [letter],
    act: act('outside-our-services'),
    gives: { referredTo: 'council' },
  },
  {
    pack: MGH,
    rule: 'MGH-20',
    kind: 'complaint',
    before: [complaint, acknowledged],
    act: act('complaint-answered', { ...answer, apology: true }),
    gives: { putRight: true },
  },
  {
    pack: MGH,
    rule: 'MGH-31',
    kind: 'call',
    before: [act('call-offered', { queue: 'main' })],
    act: act('call-screened'),
    gives: { salesCall: true },
  },
  {
    pack: MGH,
    rule: 'MGH-36',
    kind: 'enquiry',
    before: [onTheTelephone],
    act: act('call-transferred', { to: 's1', named: true }),
    gives: { briefed: true },
  },
  {
    pack: MGH,
    rule: 'MGH-39',
    kind: 'diary',
    before: [],
    act: act('rota-set', { rota: 'duty' }),
    gives: { receptionTold: true },
  },
  {
    pack: MGH,
    rule: 'MGH-40',
    kind: 'diary',
    before: [],
    act: act('rota-set', { rota: 'lunch-cover' }),
    gives: { groupPickUp: true },
  },
  {
    pack: MGH,
    rule: 'MGH-41',
    kind: 'enquiry',
    before: [],
    act: act('contact-received', { channel: 'message', nameNoted: true }),
    gives: { telephoneNoted: true, addressNoted: true, subjectNoted: true, timeNoted: true },
  },
  {
    pack: MGH,
    rule: 'MGH-42',
    kind: 'diary',
    before: [],
    act: act('greeting-changed', { name: true, date: true }),
    gives: { back: true, alternative: true },
  },
  {
    pack: MGH,
    rule: 'MGH-46',
    kind: 'enquiry',
    before: [letter],
    act: act('information-requested', { of: 'council' }),
    gives: { for: '2026-03-06' },
  },
  {
    pack: MGH,
    rule: 'MGH-49',
    kind: 'enquiry',
    before: [letter],
    act: act('reply-sent', { full: true, channel: 'letter', name: true }),
    gives: { address: true, telephone: true },
  },
  {
    pack: MGH,
    rule: 'MGH-61',
    kind: 'enquiry',
    before: [act('contact-received', { channel: 'e-mail' })],
    act: act('reply-sent', { full: true, channel: 'e-mail', name: true }),
    gives: { telephone: true, email: true },
  },
  {
    pack: MGH,
    rule: 'MGH-65',
    kind: 'diary',
    before: [act('diary-shared')],
    act: act('absence-started'),
    gives: { where: 'meeting' },
  },
  {
    pack: MGH,
    rule: 'MGH-100',
    kind: 'complaint',
    before: [complaint, acknowledged],
    act: act('complaint-answered', { ...answer, reason: 'as-agreed' }),
    gives: { howToEscalate: true },
  },
  {
    pack: OHG,
    rule: 'OHG-21',
    kind: 'complaint',
    before: [complaint],
    act: act('complaint-acknowledged', { investigator: 's1' }),
    gives: { decisionOn: '2026-03-16' },
  },
  {
    pack: OHG,
    rule: 'OHG-22',
    kind: 'complaint',
    before: [complaint],
    act: act('complaint-answered', answer),
    gives: { howToEscalate: true },
  },
  {
    pack: OHG,
    rule: 'OHG-53',
    kind: 'publication',
    before: [],
    act: act('publication-made', { what: 'rents', where: 'office', form: 'leaflet', edition: '2' }),
    gives: { datedOn: '2026-02-01' },
  },
  {
    pack: SLH,
    rule: 'SLH-09',
    kind: 'enquiry',
    before: [letter],
    act: act('preference-recorded', { preference: 'visit', followed: false }),
    gives: { followed: true },
  },
  {
    pack: SLH,
    rule: 'SLH-12',
    kind: 'complaint',
    before: [complaint],
    act: act('complaint-answered', answer),
    gives: { reason: 'as-agreed' },
  },
  {
    pack: SLH,
    rule: 'SLH-21',
    kind: 'enquiry',
    before: [letter],
    act: act('acknowledgement-sent', { channel: 'letter', name: true, telephone: true, email: true }),
    gives: { address: true },
  },
  {
    pack: SLH,
    rule: 'SLH-31',
    kind: 'reception-visit',
    before: [arrived],
    act: act('visitor-left'),
    gives: { action: true },
  },
  {
    pack: SLH,
    rule: 'SLH-40',
    kind: 'appointment',
    before: [home],
    act: act('no-access', { cardLeft: true, purpose: true, telephone: true }),
    gives: { rearranged: true },
  },
  {
    pack: SLH,
    rule: 'SLH-44',
    kind: 'enquiry',
    before: [letter],
    act: act('outside-our-services'),
    gives: { referredTo: 'council' },
  },
]

/** Rules that ask for something to have come before. */
const earlier: readonly RuleTried[] = [
  { pack: LHH, rule: 'LHH-15', kind: 'access-request', before: [asked], act: given, first: [known] },
  { pack: MGH, rule: 'MGH-85', kind: 'access-request', before: [asked], act: given, first: [known] },
  { pack: SLH, rule: 'SLH-18', kind: 'access-request', before: [asked], act: given, first: [known] },
  {
    pack: MGH,
    rule: 'MGH-07',
    kind: 'complaint',
    before: [complaint],
    act: act('complaint-closed'),
    first: [act('learning-recorded')],
  },
  {
    pack: MGH,
    rule: 'MGH-83',
    kind: 'complaint',
    before: [complaint, acknowledged, act('learning-recorded')],
    act: act('complaint-closed'),
    first: [
      act('complaint-answered', {
        ...answer,
        reason: 'as-agreed',
        howToEscalate: true,
        apology: true,
        putRight: true,
      }),
    ],
  },
  {
    pack: MGH,
    rule: 'MGH-100',
    kind: 'complaint',
    before: [complaint],
    act: act('complaint-answered', { ...answer, reason: 'as-agreed', howToEscalate: true }),
    first: [acknowledged],
  },
  {
    pack: MGH,
    rule: 'MGH-52',
    kind: 'enquiry',
    before: [letter],
    act: act('reply-sent', { full: true, channel: 'letter', copyKept: true }),
    first: [act('note-kept', { of: 'letter' })],
  },
  {
    pack: MGH,
    rule: 'MGH-64',
    kind: 'diary',
    before: [],
    act: act('absence-started', { where: 'leave' }),
    first: [act('diary-shared')],
  },
  {
    pack: MGH,
    rule: 'MGH-56',
    kind: 'diary',
    before: [act('absence-started', { where: 'leave' })],
    act: act('absence-ended'),
    first: [act('out-of-office-set', { alternative: true })],
    then: [act('out-of-office-ended')],
  },
  {
    pack: OHG,
    rule: 'OHG-30',
    kind: 'rent-account',
    before: [act('arrears-passed', { weeks: 5 })],
    act: act('notice-served'),
    first: [act('debt-advice-offered')],
  },
  {
    pack: OHG,
    rule: 'OHG-31',
    kind: 'rent-account',
    before: [act('arrears-passed', { weeks: 5 }), act('notice-served')],
    act: act('court-application-made'),
    first: [act('support-offered')],
  },
  {
    pack: SLH,
    rule: 'SLH-11',
    kind: 'planned-works',
    before: [act('programme-announced')],
    act: act('works-started'),
    first: [act('consultation-held')],
  },
]

/** Rules that ask for something to follow: asked for at the act that closes the case. */
const later: readonly RuleTried[] = [
  { pack: LIN, rule: 'LIN-16', kind: 'accessible-format', before: [format], act: withoutIt, first: [sent] },
  { pack: LHH, rule: 'LHH-19', kind: 'accessible-format', before: [format], act: withoutIt, first: [sent] },
  { pack: MGH, rule: 'MGH-77', kind: 'accessible-format', before: [format], act: withoutIt, first: [sent] },
  { pack: OHG, rule: 'OHG-44', kind: 'accessible-format', before: [format], act: withoutIt, first: [sent] },
  { pack: SLH, rule: 'SLH-16', kind: 'accessible-format', before: [format], act: withoutIt, first: [sent] },
  {
    pack: SLH,
    rule: 'SLH-17',
    kind: 'accessible-format',
    before: [act('interpreter-requested', { bsl: true })],
    act: withoutIt,
    first: [act('interpreter-provided')],
  },
  {
    pack: LIN,
    rule: 'LIN-24',
    kind: 'reception-visit',
    before: [arrived],
    act: left,
    first: [act('wait-advised', { minutes: 10 })],
  },
  {
    pack: LIN,
    rule: 'LIN-33',
    kind: 'appointment',
    before: [home, cancelled, home],
    act: started,
    first: [told],
  },
  {
    pack: LHH,
    rule: 'LHH-31',
    kind: 'appointment',
    before: [home, cancelled, home],
    act: started,
    first: [told],
  },
  {
    pack: LIN,
    rule: 'LIN-40',
    kind: 'enquiry',
    before: [letter],
    act: closed,
    first: [act('reply-sent', { full: true, name: true, position: true })],
  },
  {
    pack: LIN,
    rule: 'LIN-44',
    kind: 'complaint',
    before: [complaint, acknowledged, act('complaint-answered', { ...answer, reason: 'as-agreed' })],
    act: act('complaint-closed'),
    first: [act('satisfaction-invited')],
  },
  {
    pack: LIN,
    rule: 'LIN-49',
    kind: 'complaint',
    before: [act('complaint-received', { channel: 'letter', about: 'neighbour', complainant: 'customer' })],
    act: act('complaint-redirected', { to: 'appeal' }),
    first: [],
    gives: { to: 'antisocial-behaviour' },
  },
  { pack: LHH, rule: 'LHH-06', kind: 'behaviour', before: [incident], act: incidentClosed, first: [warning] },
  { pack: SLH, rule: 'SLH-46', kind: 'behaviour', before: [incident], act: incidentClosed, first: [warning] },
  {
    pack: LHH,
    rule: 'LHH-34',
    kind: 'compensation',
    before: [act('entitlement-found', { promise: 'LHH-33', case: 'c1' })],
    act: act('compensation-declined', { reason: 'customer-declined' }),
    first: [act('compensation-offered', { pence: 1000 })],
  },
  {
    pack: MGH,
    rule: 'MGH-02',
    kind: 'enquiry',
    before: [letter, passedOn],
    act: closed,
    first: [act('referral-acknowledged')],
  },
  {
    pack: SLH,
    rule: 'SLH-43',
    kind: 'enquiry',
    before: [letter, passedOn],
    act: closed,
    first: [act('progress-told', { action: 'visit' })],
  },
  {
    pack: SLH,
    rule: 'SLH-43',
    kind: 'antisocial-behaviour',
    before: [act('asb-reported', { urgent: false }), act('asb-taken-up')],
    act: act('asb-closed', { outcome: 'stopped' }),
    first: [act('asb-updated')],
  },
  {
    pack: MGH,
    rule: 'MGH-16',
    kind: 'repair',
    before: [report, home, started],
    act: act('repair-completed'),
    first: [act('follow-up-told')],
  },
  {
    pack: MGH,
    rule: 'MGH-35',
    kind: 'enquiry',
    before: [onTheTelephone],
    act: closed,
    first: [act('call-back-agreed', { for: '2026-03-03' })],
  },
  {
    pack: MGH,
    rule: 'MGH-37',
    kind: 'enquiry',
    before: [onTheTelephone],
    act: closed,
    first: [act('note-kept', { of: 'call' })],
  },
  {
    pack: MGH,
    rule: 'MGH-44',
    kind: 'enquiry',
    before: [letter],
    act: closed,
    first: [act('contact-opened', { dateStamped: true })],
  },
  {
    pack: MGH,
    rule: 'MGH-57',
    kind: 'enquiry',
    before: [letter, act('contact-opened', { forColleague: true })],
    act: closed,
    first: [passedOn],
  },
  {
    pack: MGH,
    rule: 'MGH-67',
    kind: 'tenancy',
    before: [act('tenancy-started', { home: 'h1' })],
    act: act('tenancy-ended'),
    first: [act('agreement-explained')],
  },
  {
    pack: MGH,
    rule: 'MGH-68',
    kind: 'tenancy',
    before: [act('tenancy-started', { home: 'h1' }), act('handbook-given')],
    act: act('tenancy-ended'),
    first: [act('induction-pack-given')],
  },
  {
    pack: MGH,
    rule: 'MGH-84',
    kind: 'reception-visit',
    before: [act('visitor-arrived', { private: true })],
    act: left,
    first: [act('visitor-seen', { by: 's1', privateRoom: true })],
  },
  {
    pack: SLH,
    rule: 'SLH-13',
    kind: 'appointment',
    before: [act('appointment-requested')],
    act: act('appointment-cancelled', { by: 'landlord' }),
    first: [home],
  },
]

/** Every rule that is asked for at an act, with the act. */
export const rulesToTry: readonly RuleTried[] = [...fields, ...earlier, ...later]

/** Rules that no act can be refused for, each with the reason. */
export const notAskedAtTheAct: Readonly<Record<string, string>> = {
  'LHH-32': 'it judges clocks that were missed',
  'LHH-33': 'it judges clocks that were missed',
  'LHH-41': 'it judges clocks that were missed',
  'MGH-13': 'it judges clocks that were missed',
  'SLH-38': 'it judges clocks that were missed',
  'LIN-47': 'the record is all that is asked',
  'MGH-53': 'the record is all that is asked',
  'OHG-37': 'the record is all that is asked',
  'OHG-19': 'nothing can be recorded without it',
  ...Object.fromEntries(
    [
      'LHH-01',
      'LIN-37',
      'LIN-51',
      'LIN-53',
      'MGH-58',
      'MGH-89',
      'MGH-94',
      'MGH-95',
      'MGH-98',
      'MGH-101',
      'SLH-66',
    ].map((rule) => [rule, 'it says what was found of an arrangement, and “no” is an answer']),
  ),
}

function data(of: Act): Readonly<Record<string, unknown>> {
  return of.data as Readonly<Record<string, unknown>>
}

function without(of: Act, field: string): Act {
  return { ...of, data: Object.fromEntries(Object.entries(data(of)).filter(([name]) => name !== field)) }
}
