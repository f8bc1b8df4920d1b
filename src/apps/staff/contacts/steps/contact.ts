import type { Instant } from '#core/time/instant.ts'
import type { Act, WordsOfAct } from '#store/ledger/act.ts'
import type { Step } from '#store/ledger/append.ts'
import { spoken } from '../choices.ts'
import { joinsCase } from '../faults.ts'
import type { Planned, PlannedSteps } from '../planned.ts'
import type { Typed } from '../typed.ts'

/** A question, or a further contact in a case: received, opened, noted, and what became of it, in that order. */
export function contactSteps(planned: Planned): PlannedSteps {
  const { typed, caseId } = planned
  const first = contactReceived(planned)
  const opening: Step = joinsCase(typed)
    ? { in: caseId, act: first }
    : { open: { kind: 'enquiry', caseId, act: first } }
  const acts = [...opened(planned), ...noted(planned), ...becameOfIt(planned), ...whoHasIt(planned)]
  return { caseId, steps: [opening, ...acts.map((act) => ({ in: caseId, act }))] }
}

/** An act of whoever records the contact. */
export function actOf(
  { recording: { staffId }, typed: { overrides } }: Planned,
  type: string,
  at: Instant,
  { data = {}, words = [] }: { readonly data?: object; readonly words?: readonly (WordsOfAct | undefined)[] },
): Act {
  const kept = words.filter((each) => each !== undefined)
  return {
    type,
    at: new Date(at).toISOString(),
    data: { by: staffId, ...data, ...(Object.keys(overrides).length > 0 && { overrides }) },
    ...(kept.length > 0 && { words: kept }),
  }
}

/** Whose it is and which home it concerns, as the first act of a case says. */
export function whose({ customerId, recording: { homeId } }: Planned): object {
  return {
    ...(customerId !== undefined && { customer: customerId }),
    ...(homeId !== undefined && { home: homeId }),
  }
}

/** Who has it from now on; nothing where nobody does. */
export function whoHasIt(planned: Planned): readonly Act[] {
  const { typed, recording } = planned
  const holder = holderOf(planned)
  const team = typed.outcome === 'pass-on' ? teamPassedTo(planned) : ownTeam(planned)
  const data = { ...(holder !== '' && { holder }), ...(team !== '' && { team }) }
  return holder + team === '' ? [] : [actOf(planned, 'case-assigned', recording.now, { data })]
}

/** What is to be written down, where anything was typed. */
export function wordsOf(kind: WordsOfAct['kind'], text: string): WordsOfAct | undefined {
  return text === '' ? undefined : { kind, text }
}

function contactReceived(planned: Planned): Act {
  const { typed, received } = planned
  const data = {
    channel: channelOf(typed),
    from: typed.from,
    urgent: typed.urgent === 'yes',
    ...(typed.outcome === 'no-answer' && { answerNeeded: false }),
    ...(typed.outcome === 'message' && messageTaken(planned)),
    ...whose(planned),
  }
  return actOf(planned, 'contact-received', received, { data, words: [wordsOf('message', subjectOf(typed))] })
}

/** A message left with one of us is a channel of its own, however the caller reached us. */
function channelOf({ outcome, channel }: Typed): string {
  return outcome === 'message' ? 'message' : channel
}

/** What the message has: promises ask for all five. */
function messageTaken({ typed, customerId, recording: { known } }: Planned): object {
  return {
    away: typed.away === 'yes',
    nameNoted: customerId !== undefined && (typed.customer === 'new' || known.name),
    telephoneNoted: typed['caller-telephone'] + typed['new-telephone'] !== '' || known.telephone,
    addressNoted: typed['caller-address'] + typed['new-address'] !== '' || known.address,
    subjectNoted: typed.subject !== '',
    timeNoted: true,
  }
}

/** In a case that is there already the details would be lost without a note; so they stand with the subject. */
function subjectOf({ subject, details, channel, outcome }: Typed): string {
  const isNoted = spoken.has(channel) || outcome === 'message'
  return details === '' || isNoted ? subject : `${subject}\n\n${details}`
}

/** A letter or an e-mail was opened: with its stamp, when that was put on; otherwise now. */
function opened(planned: Planned): readonly Act[] {
  const { typed, received, recording } = planned
  if (typed.channel !== 'letter' && typed.channel !== 'e-mail') return []
  const isStamped = typed.channel === 'letter' && typed.stamped === 'yes'
  const data = {
    forColleague: typed.outcome === 'pass-on',
    ...(typed.channel === 'letter' && { dateStamped: isStamped }),
  }
  return [actOf(planned, 'contact-opened', isStamped ? received : recording.now, { data })]
}

/** What was said is written down, so that nobody need say it twice. */
function noted(planned: Planned): readonly Act[] {
  const { typed, received } = planned
  if (!spoken.has(typed.channel) && typed.outcome !== 'message') return []
  const reach = [typed['caller-telephone'], typed['caller-address']].filter((text) => text !== '').join('\n')
  const text = [typed.details || typed.subject, reach].filter((part) => part !== '').join('\n\n')
  const of = typed.channel === 'telephone' ? 'call' : 'visit'
  return [actOf(planned, 'note-kept', received, { data: { of }, words: [wordsOf('note', text)] })]
}

function becameOfIt(planned: Planned): readonly Act[] {
  const { typed, back, recording } = planned
  const { now } = recording
  const reply = wordsOf('note', typed.reply)
  switch (typed.outcome) {
    case 'answered': {
      const channel = spoken.has(typed.channel) ? typed.channel : 'telephone'
      const data = { full: true, channel }
      const words = [wordsOf('message', typed.reply)]
      return [actOf(planned, 'reply-sent', now, { data, words }), ...closed(planned)]
    }
    case 'call-back': {
      const data = { for: new Date(back).toISOString() }
      return [actOf(planned, 'call-back-agreed', now, { data, words: [reply] })]
    }
    case 'pass-on':
      return passedOn(planned)
    case 'outside': {
      const data = { referredTo: typed.helper }
      return [actOf(planned, 'outside-our-services', now, { data, words: [reply] })]
    }
    case 'message':
      return typed.away === 'yes' ? [personAway(planned)] : []
    case 'no-answer':
      return [actOf(planned, 'enquiry-closed', now, { data: { reason: 'no-answer-needed' } })]
    default:
      return []
  }
}

/** A question that came and was answered in one breath is over; a letter is still to be acknowledged in writing. */
function closed(planned: Planned): readonly Act[] {
  const { typed, recording } = planned
  if (joinsCase(typed) || !spoken.has(typed.channel)) return []
  return [actOf(planned, 'enquiry-closed', recording.now, { data: { reason: 'answered' } })]
}

/** Put through at once, or passed on for later; the note goes along. */
export function passedOn(planned: Planned): readonly Act[] {
  const { typed, recording } = planned
  const [to, team] = [typed.holder || typed.team, teamPassedTo(planned)]
  const flags = { named: typed.named === 'yes', briefed: typed.briefed === 'yes' }
  const through =
    typed.through === 'yes'
      ? [actOf(planned, 'call-transferred', recording.now, { data: { to, ...flags } })]
      : []
  const data = {
    ...(team !== '' && { team }),
    urgent: typed.urgent === 'yes',
    customerTold: typed.told === 'yes',
  }
  return [
    ...through,
    actOf(planned, 'referred', recording.now, { data, words: [wordsOf('note', typed.reply)] }),
  ]
}

/** The team named, or else that of the colleague. */
function teamPassedTo({ typed, recording: { teamsOfStaff } }: Planned): string {
  return typed.team || (teamsOfStaff.get(typed.holder) ?? '')
}

function personAway(planned: Planned): Act {
  const { typed, recording } = planned
  const data = {
    ...(typed.reachable === 'yes' && { reachableAt: true }),
    ...(typed.alternative === 'yes' && { alternative: true }),
    messageTaken: true,
  }
  return actOf(planned, 'wanted-person-was-away', recording.now, { data })
}

function holderOf({ typed, recording }: Planned): string {
  if (typed.outcome === 'pass-on') return typed.holder
  if (typed.outcome === 'message') return typed.wanted
  const staysWithMe = typed.outcome === 'call-back' || (typed.outcome === 'later' && typed.keep === 'me')
  return staysWithMe ? recording.staffId : ''
}

function ownTeam({ typed, recording: { teamId = '' } }: Planned): string {
  return typed.outcome === 'later' && typed.keep === 'team' ? teamId : ''
}
