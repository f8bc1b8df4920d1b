const at = '2026-03-02T09:00:00.123+00:00'

/** Rows of what is kept beside contacts, lists and terms. */
export const contactRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  contact_drafts: {
    staff_id: 'staff-1',
    draft_id: '0123456789ABCDEF',
    fields: { subject: 'the “gate”, and\nthe lamp' },
    started_at: at,
    kept_at: at,
  },
  calls_recorded: { call_id: 'c1', case_id: 'c2', recorded_at: at, recorded_by: 'staff:x1' },
  views: {
    view_id: 'v1',
    name: 'Letters, overdue',
    filter: { kind: 'enquiry', due: 'overdue' },
    owner: 'staff-1',
    shared_with: 'everybody',
    made_at: at,
  },
  terms_drafts: { draft_id: 't1', pack: 'pack: linstone\n', added_at: at, added_by: 'system' },
}
