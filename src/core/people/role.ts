import type { Permission } from './permission.ts'

/** What staff of a landlord are, and what each may do. Whoever has several roles may do what any of them may. */
export const roles = {
  'contact officer': {
    says: 'answers the telephone and the door, and records contacts',
    may: [
      'cases.read',
      'cases.write',
      'customers.read',
      'customers.write',
      'words.read',
      'words.write',
      'masters.read',
      'surveys.enter',
    ],
  },
  'case officer': {
    says: 'works on cases in housing, repairs, lettings or income',
    may: [
      'cases.read',
      'cases.write',
      'customers.read',
      'customers.write',
      'words.read',
      'words.write',
      'masters.read',
      'surveys.enter',
    ],
  },
  'team leader': {
    says: 'leads a team, gives out its work and sees its figures',
    may: [
      'cases.read',
      'cases.write',
      'cases.assign',
      'compensation.write',
      'customers.read',
      'customers.write',
      'words.read',
      'words.write',
      'masters.read',
      'figures.read',
      'observations.write',
      'surveys.enter',
      'learning.write',
      'published.read',
      'drafts.try',
      'editions.read',
    ],
  },
  'complaints officer': {
    says: 'answers complaints',
    may: [
      'cases.read',
      'cases.write',
      'cases.assign',
      'complaints.write',
      'compensation.write',
      'customers.read',
      'customers.write',
      'words.read',
      'words.write',
      'masters.read',
      'figures.read',
      'surveys.enter',
      'learning.write',
      'published.read',
    ],
  },
  'performance officer': {
    says: 'measures and explains what was kept',
    may: [
      'cases.read',
      'masters.read',
      'figures.read',
      'returns.write',
      'observations.write',
      'surveys.write',
      'surveys.enter',
      'learning.write',
      'reports.write',
      'published.read',
      'drafts.try',
      'editions.read',
      'verify',
    ],
  },
  publisher: {
    says: 'checks reports and publishes them',
    may: [
      'cases.read',
      'figures.read',
      'drafts.try',
      'editions.read',
      'returns.write',
      'published.read',
      'publish',
    ],
  },
  observer: {
    says: 'fills in the observation forms given to them: a mystery shopper, an auditor, a member of the readers’ panel',
    may: ['observations.write'],
  },
  'panel member': {
    says: 'sits on the board, a scrutiny panel or the tenants’ committee, and reads figures and reports',
    may: ['figures.read', 'published.read'],
  },
  'data-protection officer': {
    says: 'answers for customers’ data: who saw it, who is given their file, and what is erased',
    may: [
      'cases.read',
      'cases.write',
      'customers.read',
      'words.read',
      'words.erase',
      'access-log.read',
      'export',
      'masters.read',
    ],
  },
  auditor: {
    says: 'reads everything but customers’ words, and changes nothing',
    may: [
      'cases.read',
      'masters.read',
      'figures.read',
      'published.read',
      'editions.read',
      'access-log.read',
      'jobs.read',
      'verify',
    ],
  },
  administrator: {
    says: 'looks after staff, teams, editions and the machinery',
    may: [
      'cases.read',
      'masters.read',
      'masters.write',
      'masters.import',
      'figures.read',
      'published.read',
      'drafts.try',
      'editions.read',
      'editions.activate',
      'export',
      'import',
      'webhooks',
      'people',
      'jobs.read',
      'jobs.write',
      'verify',
    ],
  },
  contractor: {
    says: 'does jobs for the landlord, and sees those alone',
    may: ['cases.read', 'cases.write'],
  },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly may: readonly Permission[] }>>

export type Role = keyof typeof roles

/** Tells the name of a role from other text. */
export function isRole(text: unknown): text is Role {
  return typeof text === 'string' && Object.hasOwn(roles, text)
}

/** Everything that somebody with these roles may do. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => roles[role].may))
}
