const at = '2026-03-02T09:00:00.123456+00:00'

/** A row for each table of drafts that were tried. */
export const tryRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  tried_drafts: {
    try_id: 't1',
    says: 'Ours',
    pack: 'pack: ours',
    to_on: '2026-03-31',
    as_of: at,
    state: 'done',
    result: { promises: [] },
    made_at: at,
    made_by: 'staff:x1',
    ended_at: at,
  },
  tried_turns: { try_id: 't1', promise: 'P', place: 0, case_id: 'c1', n: 1, was: 'met', comes_to: 'missed' },
}
