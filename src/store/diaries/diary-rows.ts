import { diaryEvents, staffDiaryOf } from '#core/diaries/staff-diary.ts'
import { projectionInto } from '../ledger/projection.ts'

/** How things stand with each member of staff whose diary says anything. */
export const diaryRows = projectionInto({
  table: 'diaries',
  types: diaryEvents,
  columns: {
    staff_id: 'text',
    away_since: 'timestamptz',
    place: 'text',
    back_at: 'timestamptz',
    checked_at: 'timestamptz',
    greeting_at: 'timestamptz',
    is_greeting_whole: 'boolean',
    reply_since: 'timestamptz',
    shared_at: 'timestamptz',
  },
  rows({ events }) {
    const found = staffDiaryOf(events)
    if (found === undefined) return []
    return [
      {
        staff_id: found.staffId,
        away_since: found.awaySince,
        place: found.where,
        back_at: found.backAt,
        checked_at: found.checkedAt,
        greeting_at: found.greetingAt,
        is_greeting_whole: found.isGreetingWhole,
        reply_since: found.replySince,
        shared_at: found.sharedAt,
      },
    ]
  },
})
