import { caseWithLetter } from './letter-rows.ts'

const at = '2026-03-02T09:00:00.123+00:00'

/** A row for each table of observations. */
export const observationRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  observation_programmes: {
    programme_id: 'p1',
    name: 'Offices, “in secret”',
    instrument: 'mystery-shop',
    commissioned_by: 'residents',
    is_live: false,
    shows_letters: true,
    items: [{ item: 'office-accessible', promises: ['LIN-10'], says: 'You can get in.' }],
    places: ['offices-1', 'a "queue"'],
    duty: 'mystery-shopping',
    duty_promise: 'LIN-01',
    made_at: at,
    made_by: 'staff:x1',
  },
  observation_rounds: {
    programme_id: 'p1',
    round: 1,
    first_on: '2026-03-02',
    last_on: '2026-03-31',
    wanted: 20,
  },
  observation_samples: {
    programme_id: 'p1',
    round: 1,
    sample: 1,
    seed: 2_147_483_647,
    conditions: { kind: 'enquiry' },
    population: 40,
    drawn: 1,
    drawn_at: at,
    drawn_by: 'staff:x1',
  },
  observation_imports: {
    programme_id: 'p1',
    round: 1,
    import_id: 'i1',
    digest: `\\x${'ab'.repeat(32)}`,
    counted: 3,
    rejected: 1,
    rejected_words: 'w1',
    made_at: at,
    made_by: 'staff:x1',
  },
  observation_sheets: {
    sheet_id: 's1',
    programme_id: 'p1',
    round: 1,
    n: 1,
    sample: 1,
    about_case: caseWithLetter,
    due_on: '2026-03-31',
    observer_id: 'staff-1',
    given_at: at,
  },
  observation_drafts: { sheet_id: 's1', fields: { note: 'She “smiled”' }, saved_at: at },
}
