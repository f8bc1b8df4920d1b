import { type Statement, statement } from '../statement.ts'

/** By what a figure can be divided. */
export const dimensions = {
  team: { says: 'Team', none: 'no team' },
  channel: { says: 'Channel', none: 'not said' },
  office: { says: 'Office', none: 'no office' },
  contractor: { says: 'Contractor', none: 'no contractor' },
  profile: { says: 'Customers’ profile', none: 'not asked or not known' },
} as const

export type Dimension = keyof typeof dimensions

/** Tells a dimension from other text. */
export function isDimension(text: string): text is Dimension {
  return Object.hasOwn(dimensions, text)
}

/** A group as it was counted, before small numbers are hidden. */
export interface GroupRow {
  readonly id: string | null
  readonly name: string | null
  readonly counted: number
  readonly kept: number
  readonly of: number
}

/** Decided clocks in groups, by the index of what is behind a figure, which holds all of this: no clock is read. */
function clocks(group: string): string {
  return `select landlord, ${group}, count(*) as counted, count(*) filter (where outcome = 'met') as kept, count(*) as below
     from clocks where landlord = $1 and promise = $2 and decided_at >= $3::timestamptz and decided_at < $4::timestamptz
      and decided_at is not null and outcome in ('met', 'missed')
    group by landlord, ${group}`
}

/** What each case in which something happened then added to the sums. */
function cases(group: string): string {
  return `select landlord, ${group}, count(*) as counted, sum(kept) as kept, sum(below) as below
     from (select landlord, case_id, team_id, contractor_id, channel,
                  coalesce(sum(amount) filter (where what = $6), 0) as kept,
                  coalesce(sum(amount) filter (where what = $7), 0) as below
             from (select landlord, case_id, team_id, contractor_id, channel, part ->> 2 as what, (part ->> 3)::numeric as amount
                     from cases, json_array_elements(tallied) as part
                    where landlord = $1 and last_at >= $3::timestamptz and first_at < $4::timestamptz
                      and part ->> 0 = $2 and (part ->> 1)::integer between $8 and $9 and part ->> 2 in ($6, $7)) as added
            group by landlord, case_id, team_id, contractor_id, channel) as each
    group by landlord, ${group}`
}

interface Cut {
  /** By which column sums are made first. */
  readonly group: string
  readonly id: string
  readonly name: string
  readonly joined: string
  /** What there must be ten of. */
  readonly counted: string
}

const teams = 'left join teams t on t.landlord = b.landlord and t.team_id = b.team_id'
const counted = 'sum(b.counted)'

/** How rows are divided; `strand` is the last value of the statement. */
function cutsWith(strand: string): Readonly<Record<Dimension, Cut>> {
  return {
    team: { group: 'team_id', id: 'b.team_id', name: 't.name', joined: teams, counted },
    office: {
      group: 'team_id',
      id: 't.office_id',
      name: 'o.name',
      joined: `${teams} left join offices o on o.landlord = t.landlord and o.office_id = t.office_id`,
      counted,
    },
    contractor: {
      group: 'contractor_id',
      id: 'b.contractor_id',
      name: 'k.name',
      joined: 'left join contractors k on k.landlord = b.landlord and k.contractor_id = b.contractor_id',
      counted,
    },
    channel: { group: 'channel', id: 'b.channel', name: 'null', joined: '', counted },
    // Of people there must be ten: one of them may have many cases.
    profile: {
      group: 'case_id',
      id: 's.value',
      name: 'null',
      joined: `join cases x on x.landlord = b.landlord and x.case_id = b.case_id and x.customer_id is not null
        left join profile_strands s on s.landlord = x.landlord and s.customer_id = x.customer_id and s.strand = ${strand}`,
      counted: 'count(distinct x.customer_id)',
    },
  }
}

/** Where it happened, as its events say: a visitor’s office, the place of an observation. Otherwise the office of its team. */
const officeOfCase: Cut = {
  group: 'case_id',
  id: 'o.office_id',
  name: 'o.name',
  joined: `join cases x on x.landlord = b.landlord and x.case_id = b.case_id
    left join teams t on t.landlord = x.landlord and t.team_id = x.team_id
    left join lateral (select f.office_id
        from events v join offices f on f.landlord = v.landlord and f.office_id in (v.data ->> 'office', v.data ->> 'place')
       where v.landlord = b.landlord and v.case_id = b.case_id order by v.sequence limit 1) as e on true
    left join offices o on o.landlord = b.landlord and o.office_id = coalesce(e.office_id, t.office_id)`,
  counted,
}

function statementsOver(
  what: string,
  base: (group: string) => string,
  cuts: Readonly<Record<Dimension, Cut>>,
): Readonly<Record<Dimension, Statement<GroupRow>>> {
  const made = (by: Dimension): Statement<GroupRow> => {
    const { group, id, name, joined, counted: of } = cuts[by]
    return statement<GroupRow>(
      `groups-of-${what}-by-${by}`,
      `select ${id} as id, ${name}::text as name, ${of}::integer as counted, sum(b.kept) as kept, sum(b.below) as of
         from (${base(group)}) as b ${joined}
        group by 1, 2 order by 2, 1 limit $5`,
    )
  }
  return {
    team: made('team'),
    channel: made('channel'),
    office: made('office'),
    contractor: made('contractor'),
    profile: made('profile'),
  }
}

/** Groups of a promise’s clocks: landlord, promise, from, before, limit (and strand). */
export const groupsOfClocks = statementsOver('clocks', clocks, cutsWith('$6'))

/** The same, where what happens says at which office it did. */
export const groupsOfClocksByPlace = statementsOver('clocks-by-place', clocks, {
  ...cutsWith('$6'),
  office: officeOfCase,
})

/** Groups of what cases added: the same, then the names of the two sums and the months (and strand). */
export const groupsOfCases = statementsOver('cases', cases, {
  ...cutsWith('$10'),
  office: officeOfCase,
})
