/** What somebody may be allowed to do. A route names one, an API key is given some, and a role is a set of them. */
export const permissions = {
  'cases.read': 'read cases, their events and clocks',
  'cases.write': 'open cases and record what happens in them',
  'cases.assign': 'say which team and who has a case',
  'complaints.write': 'acknowledge, answer, extend and close complaints',
  'compensation.write': 'offer, decline and pay compensation',
  'customers.read': 'find customers and read their names, contact details and needs',
  'customers.write': 'add and change customers, their tenancies, representatives, needs and preferences',
  'words.read': 'read notes, messages and attachments; each reading is logged',
  'words.write': 'write notes and messages, and attach files',
  'words.erase': 'erase a customer’s words, and set how long words are kept',
  'masters.read': 'read homes, tenancies, staff, teams, offices and contractors',
  'masters.write': 'add and change homes, teams, offices and contractors',
  'masters.import': 'import customers, homes and the like from a file, and undo it',
  'figures.read': 'read what was kept',
  'returns.write': 'record returns, observations, evidence and publications',
  // No role and no key holds it: it comes with a second person’s check.
  'returns.check': 'have a figure count that one person typed in and another checked',
  'observations.write': 'fill in the observation forms given to oneself',
  'surveys.write': 'set up surveys and invite customers to them',
  'surveys.enter': 'type in answers to surveys given on paper or by telephone',
  'surveys.answer': 'answer a survey one was invited to',
  'learning.write': 'record why things went wrong, and what is done about it',
  'reports.write': 'draft reports and add words to them',
  'published.read': 'read what was published, as anybody may',
  'editions.read': 'read the pack, its editions and the bank holidays',
  'drafts.try': 'try a draft of the pack on the past',
  'editions.activate': 'check, preview and activate an edition, or load bank holidays',
  publish: 'publish figures and reports',
  'access-log.read': 'see who read which customer’s words',
  export: 'take out everything the landlord holds',
  import: 'bring in events or a whole landlord',
  webhooks: 'set up webhooks and send deliveries again',
  people: 'add staff, give roles, end sessions, and make API keys',
  'jobs.read': 'see queued, done and failed jobs',
  'jobs.write': 'run failed jobs again',
  verify: 'check the ledger and everything worked out from it',
} as const satisfies Readonly<Record<string, string>>

export type Permission = keyof typeof permissions

/** Whether an API key may hold it: all but what only a second person’s check gives. */
export function isForKeys(text: unknown): text is Permission {
  return isPermission(text) && text !== 'returns.check'
}

/** Tells the name of a permission from other text. */
export function isPermission(text: unknown): text is Permission {
  return typeof text === 'string' && Object.hasOwn(permissions, text)
}
