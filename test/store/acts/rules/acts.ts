import type { Act } from '#store/ledger/act.ts'

/** An act as it is told. */
export const act = (type: string, fields: Fields = {}): Act => ({ type, data: fields })

export const letter = act('contact-received', { channel: 'letter' })
export const onTheTelephone = act('contact-received', { channel: 'telephone' })
export const complaint = act('complaint-received', {
  channel: 'letter',
  about: 'repair',
  complainant: 'customer',
})
export const acknowledged = act('complaint-acknowledged', { investigator: 's1', decisionOn: '2026-03-16' })
export const answer = { stage: 1, outcome: 'upheld' }
export const closed = act('enquiry-closed', { reason: 'answered' })
export const format = act('format-requested', { format: 'braille' })
export const sent = act('format-sent')
export const withoutIt = act('request-closed')
export const home = act('appointment-booked', { for: '2026-03-09T10:00:00Z', place: 'home', staff: ['s1'] })
export const started = act('appointment-started')
export const report = act('repair-reported', { priority: 'routine' })
export const incident = act('incident-recorded')
export const incidentClosed = act('incident-closed')
export const warning = act('warning-given')
export const asked = act('access-requested')
export const given = act('access-given')
export const known = act('identity-confirmed')
export const arrived = act('visitor-arrived', { wants: 's1' })
export const left = act('visitor-left', { action: true })
export const passedOn = act('referred', { team: 't1' })
export const cancelled = act('appointment-cancelled', { by: 'landlord' })
export const told = act('customer-told')

type Fields = Readonly<Record<string, unknown>>

/** What an act told. */
export function fieldsOf(of: Act): Fields {
  return of.data as Fields
}

/** The same act without one of its fields. */
export function without(of: Act, field: string): Act {
  return { ...of, data: Object.fromEntries(Object.entries(fieldsOf(of)).filter(([name]) => name !== field)) }
}
