const at = '2026-03-02T09:00:00.123+00:00'

/** Rows of what the public pages show. */
export const publicRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  public_texts: {
    page: 'hours',
    version: 1,
    texts: { 'out-of-hours': 'Emergencies: 01632 960100' },
    dated_on: '2026-03-02',
    written_at: at,
    written_by: 'staff:x1',
  },
  public_showings: { page: 'hours', n: 1, version: 1, at, shown_by: 'staff:x1' },
}
