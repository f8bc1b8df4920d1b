import { caseWithLetter } from './letter-rows.ts'

const at = '2026-03-02T09:00:00.123456+00:00'

/** A row for each table of what is done because something went wrong. */
export const learningRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  learning_actions: {
    action_id: 'a1',
    theme: 'repair',
    what: 'Tell people “before”\nthe day',
    owner_id: 'staff-1',
    due_on: '2026-03-31',
    made_at: at,
    made_by: 'staff:x1',
    done_on: '2026-03-30',
    you_said: 'Nobody told us',
    we_did: 'We ring, the day before',
    published_at: at,
    published_by: 'staff:x2',
  },
  learning_action_cases: { action_id: 'a1', case_id: caseWithLetter },
}
