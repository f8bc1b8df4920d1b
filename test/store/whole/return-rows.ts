const at = '2026-03-02T09:00:00.123+00:00'

/** Rows of returns and of who answers for duties. */
export const returnRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  returns: {
    return_id: 'r1',
    name: 'rent-charged-pence',
    month: 24_314,
    value: 12_345_678.9,
    source: 'housing-system',
    words_id: 'w1',
    author_id: 'staff-1',
    proposed_at: at,
    state: 'proposed',
  },
  return_imports: {
    import_id: 'f1',
    file_name: 'march.csv',
    imported_at: at,
    imported_by: 'staff:x1',
    rows_taken: 2,
    rejected: [{ line: 3, reason: 'no value', text: 'rent, “March”' }],
  },
  duty_owners: {
    concerns: 'return',
    name: 'rent-charged-pence',
    staff_id: 'staff-1',
    days_before: 7,
    every_months: 3,
    set_at: at,
    set_by: 'staff:x1',
  },
}
