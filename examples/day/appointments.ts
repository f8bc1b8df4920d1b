/** Appointments, by working days from today and minutes since midnight. */
export const appointments = [
  { inDays: 0, minute: 600, place: 'home', reason: 'settling-in' },
  { inDays: 0, minute: 870, place: 'office', reason: 'rent' },
  { inDays: 1, minute: 630, place: 'home', reason: 'damp' },
  { inDays: 2, minute: 690, place: 'home', reason: 'tenancy' },
  { inDays: 3, minute: 915, place: 'office', reason: 'transfer' },
] as const
