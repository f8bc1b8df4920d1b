import type { Role } from '#core/people/role.ts'

/** What stands in the navigation for whom. */
export const navigationOf: Readonly<Record<Role, string>> = {
  'contact officer': officerLinks('Promises, Surveys'),
  'case officer': officerLinks('Promises, Surveys'),
  'team leader': officerLinks('Promises, Performance'),
  'complaints officer': officerLinks('Promises, Performance'),
  'performance officer':
    'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance, Administration',
  publisher: 'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance',
  'data-protection officer': officerLinks(),
  auditor:
    'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance, Administration',
  observer: 'Today, Observations',
  'panel member': 'Today, Promises, Performance',
  administrator:
    'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance, Administration',
  contractor: 'Today, Cases, Repairs',
}

function officerLinks(seeing = 'Promises'): string {
  return `Today, Cases, Calls, Diary, Reception, Complaints, Repairs, Outbox, ${seeing}, Administration, Record a contact`
}
