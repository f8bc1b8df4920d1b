import { mabel } from './people.ts'

interface Sample {
  readonly values: Readonly<Record<string, unknown>>
  /** What is changed of it later. */
  readonly change: Readonly<Record<string, unknown>>
}

/** One of every kind, in its normal form; what one names is `<kind>-1`. */
export const oneOfEach: Readonly<Record<string, Sample>> = {
  offices: {
    values: { name: 'Kendal', address: '1 Stricklandgate\nKendal', postcode: 'LA9 4ND', hours: 'office' },
    change: { telephone: '01539 900 000' },
  },
  rooms: {
    values: { name: 'The fell room', office: 'offices-1', private: true },
    change: { endedOn: '2026-03-20' },
  },
  teams: { values: { name: 'Repairs', office: 'offices-1' }, change: { endedOn: '2026-03-20' } },
  contractors: {
    values: { name: 'Fell Plumbing', trade: 'plumbing' },
    change: { email: 'office@example.org' },
  },
  staff: {
    values: {
      name: 'Sam Reed',
      jobTitle: 'Repairs adviser',
      team: 'teams-1',
      office: 'offices-1',
      roles: ['case officer', 'team leader'],
    },
    change: { active: false, roles: [] },
  },
  homes: {
    values: { address: '4 Fell Close\nKendal', postcode: 'LA9 4AA', bedrooms: 2, office: 'offices-1' },
    change: { uprn: '100110700001', bedrooms: 3 },
  },
  customers: { values: { ...mabel, postcode: 'LA9 4AA' }, change: { email: null, name: 'Mabel Shaw' } },
  representatives: {
    values: {
      customer: 'customers-1',
      representative: 'customers-2',
      kind: 'power-of-attorney',
      scope: 'everything',
      seenOn: '2026-03-02',
    },
    change: { validUntil: '2027-03-01' },
  },
  needs: {
    values: { customer: 'customers-1', need: 'interpreter', language: 'ur' },
    change: { need: 'bsl', language: null },
  },
  alerts: {
    values: { customer: 'customers-1', alert: 'dog', setOn: '2026-03-02', reviewOn: '2026-09-02' },
    change: { endedOn: '2026-08-01' },
  },
  strands: {
    values: { customer: 'customers-1', strand: 'ethnicity', value: 'white-irish', toldOn: '2026-03-02' },
    change: { value: 'prefer-not-to-say' },
  },
  tenancies: {
    values: { home: 'homes-1', customers: ['customers-2', 'customers-1'], kind: 'general-needs' },
    change: { customers: ['customers-1'], startedOn: '2020-01-06' },
  },
}
