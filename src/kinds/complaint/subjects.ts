/** What complaints are about. Other codes may be used. */
export const subjects: readonly string[] = [
  'repair',
  'information',
  'behaviour',
  'application',
  'standard',
  'charge',
  'delay',
  'neighbour',
  'how-a-dispute-was-handled',
  'other',
]

/** Trouble with a neighbour is antisocial behaviour. How we handled it is a complaint, and has a word of its own. */
export const neighbourTrouble = 'neighbour'
export const handlingOfDispute = 'how-a-dispute-was-handled'

/** Who complains: for themselves, or for somebody else. */
export const complainants: readonly string[] = [
  'customer',
  'owner',
  'applicant',
  'representative',
  'solicitor',
  'advice-bureau',
  'association',
  'councillor',
  'mp',
  'other',
]
