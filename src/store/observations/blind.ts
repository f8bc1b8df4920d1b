/**
 * Nobody judges themselves, nor sees how they were judged: true of a sheet `s` of a programme `p` that is not about this member
 * of staff. A sheet is about whoever has its case or has any part in its events, and a mystery shopper’s about everybody in the
 * team that was tried. Asked anew each time, since who had a part may be told late.
 */
export function notAbout(me: string): string {
  return `(${me}::text is null or not (
    (p.instrument = 'mystery-shop' and s.about_case is null and exists (
       select from staff m where m.landlord = s.landlord and m.staff_id = ${me} and m.team_id = s.place))
    or (s.about_case is not null and exists (
       select from cases c where c.landlord = s.landlord and c.case_id = s.about_case and c.holder_id = ${me}))
    or (s.about_case is not null and exists (
       select from events e
        where e.landlord = s.landlord and e.case_id = s.about_case
          and (e.actor = 'staff:' || ${me}
            or exists (select from json_each_text(e.data) as f where f.value = ${me}))))))`
}

/** Fewer sheets about one person than this show what was found of that person, so they stay out of totals that person sees. */
export const fewestOfOne = 5
