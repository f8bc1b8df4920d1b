import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { CaseFilter } from '../lists/case-filter.ts'
import { filterFrom } from '../lists/case-filter.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** A list of cases that somebody keeps. */
export interface View {
  readonly viewId: string
  readonly name: string
  readonly filter: CaseFilter
  /** The member of staff who made it. */
  readonly owner: string
  readonly sharedWith: SharedWith
}

export const waysToShare = ['nobody', 'team', 'everybody'] as const
export type SharedWith = (typeof waysToShare)[number]

export interface ViewToKeep {
  readonly name: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly sharedWith: string
}

/** Whoever may write nothing puts nothing before others either. */
const writes = ['cases.write', 'masters.write', 'returns.write'] as const

/** The most views of one person. */
const mostViews = 100

/** The views that whoever asks may use: their own, their team’s and everybody’s, by name. */
export function listViews(store: Store, acting: Acting): Promise<readonly View[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return []
    const rows = await tx.run(viewsFor, [acting.landlord, acting.staffId ?? ''])
    return rows.flatMap((row) => {
      // What was kept under an older vocabulary is read again as anything that comes in.
      const filter = filterFrom(row.filter as Readonly<Record<string, unknown>>, store.vocabulary)
      return isRefused(filter) ? [] : [{ ...row, filter }]
    })
  })
}

/** Keeps a list under a name. */
export async function keepView(
  store: Store,
  acting: Acting,
  { name, filter, sharedWith }: ViewToKeep,
): Promise<{ readonly viewId: string } | Refused> {
  const { landlord, staffId, contractorId } = acting
  if (staffId === undefined || contractorId !== undefined)
    return refused('not allowed', 'views are for members of staff', 'sign in as one')
  const called = name.trim()
  if (called === '' || called.length > 80 || /\p{Cc}/u.test(called) || !called.isWellFormed())
    return refused('not valid', 'the view needs a name of up to 80 letters', 'type one', '/name')
  const share = waysToShare.find((way) => way === sharedWith)
  if (share === undefined)
    return refused('not valid', 'say who may use the view', 'choose one of the list', '/sharedWith')
  if (share !== 'nobody' && !writes.some((permission) => acting.may.has(permission)))
    return refused('not allowed', 'you may keep views for yourself', 'ask who works with them', '/sharedWith')
  const checked = filterFrom(filter, store.vocabulary)
  if (isRefused(checked)) return checked
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [mine] = await tx.run(countOfMine, [landlord, staffId])
    if ((mine?.views ?? 0) >= mostViews)
      return refused('too many', `nobody keeps more than ${mostViews} views`, 'remove one first')
    const at = instantText(store.now())
    const row = [landlord, newId(), called, JSON.stringify(checked), staffId, share, at]
    const [kept] = await tx.run(insertView, row)
    return (
      kept ??
      refused(
        'not valid',
        'you are in no team to share it with',
        'share it with everybody or nobody',
        '/sharedWith',
      )
    )
  })
}

/** Removes a view of one’s own; who gives out work may also remove those that others share. */
export function removeView(
  store: Store,
  acting: Acting,
  viewId: string,
): Promise<{ readonly removed: string } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { landlord, staffId = '', may } = acting
    const [gone] = await tx.run(deleteView, [landlord, viewId, staffId, may.has('cases.assign')])
    return gone === undefined
      ? refused('not found', 'there is no such view of yours', 'ask whoever made it')
      : { removed: gone.viewId }
  })
}

const viewsFor = statement<View>(
  'views-for',
  `select view_id as "viewId", name, filter, owner, shared_with as "sharedWith" from views
    where landlord = $1
      and (owner = $2 or shared_with = 'everybody'
        or (shared_with = 'team' and team_id = (select team_id from staff where landlord = $1 and staff_id = $2)))
    order by lower(name), view_id limit 200`,
)

const countOfMine = statement<{ readonly views: number }>(
  'count-of-my-views',
  'select count(*)::integer as views from views where landlord = $1 and owner = $2',
)

const insertView = statement<{ readonly viewId: string }>(
  'insert-view',
  `insert into views (landlord, view_id, name, filter, owner, shared_with, team_id, made_at)
   select $1::integer, $2, $3, $4, $5, $6::text, case when $6 = 'team' then team.team_id end, $7::timestamptz
     from (select max(team_id) as team_id from staff where landlord = $1 and staff_id = $5) team
    where $6 <> 'team' or team.team_id is not null
   returning view_id as "viewId"`,
)

const deleteView = statement<{ readonly viewId: string }>(
  'delete-view',
  `delete from views where landlord = $1 and view_id = $2
      and (owner = $3 or ($4::boolean and shared_with <> 'nobody')) returning view_id as "viewId"`,
)
