/**
 * SQL that says whether the time of a rule `r` is over at $2: counted from the closing of the case `c` where the rule says so and there
 * is a case.
 */
export function isOver(writtenAt: string): string {
  return `case when r.counted_from = 'case closed' and c.case_id is not null
               then not c.is_open and c.last_at + make_interval(months => r.months) < $2::timestamptz
               else ${writtenAt} + make_interval(months => r.months) < $2::timestamptz end`
}
