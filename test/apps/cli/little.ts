/** A made-up landlord with few promises, so that every figure can be counted on one’s fingers. */
export const littlePack = `pack: little-homes
landlord: Little Homes
title: Little standards
edition: 2026-01
in_force_from: 2026-01-01
nation: england-and-wales
time_zone: Europe/London
source: made up for tests
hours: {office: Mon-Fri 09:00-17:00}
promises:
  - id: LIT-01
    section: Writing
    subject: e-mail
    promise: We answer your e-mail within 3 working days.
    clock:
      starts: {event: contact-received, when: {channel: e-mail}}
      stops: reply-sent
      within: 3 working days
      voids: {event: enquiry-closed, when: {reason: withdrawn}}
    target: at least 90%
  - id: LIT-02
    section: Calling
    subject: call
    promise: We answer your call within 24 seconds.
    clock:
      starts: call-offered
      stops: call-answered
      fails: call-abandoned
      within: 24 seconds
    target: at least 85%
  - id: LIT-03
    section: Calling
    subject: call
    promise: Few of you give up before we answer.
    ratio:
      share: {count: call-abandoned}
      of: {count: call-offered}
    target: under 4%
  - id: LIT-04
    section: Telling you
    subject: newsletter
    promise: You have our newsletter every three months.
    recurring: {every: 3 months, duty: newsletter}
    target: 100%
`

interface Fields {
  readonly [name: string]: unknown
}

/** One line of a file of facts; `recordedAt` and `id` may stand among the fields. */
export function event(id: string, kind: string, type: string, at: string, fields: Fields = {}): string {
  const { recordedAt, id: own, ...data } = fields
  return JSON.stringify({ case: id, kind, type, at, recordedAt, id: own, data })
}

/** Somebody writes by e-mail. */
export function contact(id: string, at: string): string {
  return event(id, 'enquiry', 'contact-received', at, { channel: 'e-mail' })
}

/** We answer in full. */
export function reply(id: string, at: string): string {
  return event(id, 'enquiry', 'reply-sent', at, { full: true })
}

/** Lines as a file. */
export function asFile(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** Two e-mails kept, one missed on Thursday 5 March, one running, and four calls: two answered in time. */
export const littleFacts = asFile([
  contact('kept', '2026-03-02T10:00:00Z'),
  reply('kept', '2026-03-05T16:00:00Z'),
  contact('on-the-day', '2026-03-13T10:00:00Z'),
  reply('on-the-day', '2026-03-18T23:59:59Z'),
  contact('late', '2026-03-02T10:00:00Z'),
  reply('late', '2026-03-06T09:00:00Z'),
  contact('open', '2026-03-30T10:00:00Z'),
  event('call-1', 'call', 'call-offered', '2026-03-02T09:00:00Z', { queue: 'main' }),
  event('call-1', 'call', 'call-answered', '2026-03-02T09:00:24Z'),
  event('call-2', 'call', 'call-offered', '2026-03-02T09:00:00Z', { queue: 'main' }),
  event('call-2', 'call', 'call-answered', '2026-03-02T09:00:25Z'),
  event('call-3', 'call', 'call-offered', '2026-03-02T09:00:00Z', { queue: 'main' }),
  event('call-3', 'call', 'call-abandoned', '2026-03-02T09:00:03Z'),
  event('call-4', 'call', 'call-offered', '2026-03-31T22:30:00Z', { queue: 'main' }),
  event('call-4', 'call', 'call-answered', '2026-03-31T22:30:05Z'),
])

/** When the little facts are looked at. */
export const littleAsOf = '2026-04-01T00:00:00Z'
