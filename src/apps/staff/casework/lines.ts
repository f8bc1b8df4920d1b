import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import type { Url } from '#http/html/url.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import type { ClockRow } from '#store/ledger/clock-row.ts'
import { contractorsOf, namesOfCustomers, namesOfHomes, staffOf, teamsOf } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { readPromises } from '#store/terms/read-terms.ts'

/** One case in a list. */
export interface CaseworkLine {
  readonly href: Url
  /** Which case it is, as its link says. */
  readonly title: string
  /** Whose it is, or where. */
  readonly about: string
  readonly facts: readonly string[]
  /** What is owed next, where anything is. */
  readonly clock: { readonly row: ClockRow; readonly says: string } | undefined
  readonly warning?: string | undefined
}

/** What cases are named by on pages: people, homes, and the promises in the landlord’s words. */
export interface CaseworkNames {
  readonly customers: ReadonlyMap<string, string>
  readonly homes: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
  readonly teams: ReadonlyMap<string, string>
  readonly contractors: ReadonlyMap<string, string>
  readonly promises: ReadonlyMap<string, string>
}

/** Reads the names that lines about these cases need; `why` goes into the log of who read what. */
export async function namesFor(
  store: Store,
  acting: Acting,
  cases: readonly { readonly customer_id: string | null; readonly home_id: string | null }[],
  why: string,
): Promise<CaseworkNames> {
  const [customers, homes, staff, teams, contractors, promises] = await Promise.all([
    namesOfCustomers(store, acting, { ids: cases.flatMap(({ customer_id: id }) => id ?? []), why }),
    namesOfHomes(store, acting, { ids: cases.flatMap(({ home_id: id }) => id ?? []) }),
    staffOf(store, acting),
    teamsOf(store, acting),
    contractorsOf(store, acting),
    readPromises(store, acting),
  ])
  return {
    customers,
    homes,
    staff: new Map(staff.map(({ staffId, name }) => [staffId, name])),
    teams: new Map(teams.map(({ id, name }) => [id, name])),
    contractors: new Map(contractors.map(({ id, name }) => [id, name])),
    promises: new Map(
      isRefused(promises) ? [] : promises.map(({ promise }) => [promise.id, promise.promise] as const),
    ),
  }
}

/** Whose case it is, or where; nothing for who may not know. */
export function aboutCase(
  { case: of }: Pick<CaseworkRow, 'case'>,
  { customers, homes }: CaseworkNames,
): string {
  const name = of.customer_id === null ? undefined : customers.get(of.customer_id)
  const home = of.home_id === null ? undefined : homes.get(of.home_id)
  return [name, home].filter((each) => each !== undefined).join(', ')
}

/** What is owed next: of the clocks that have not ended, the one that falls due first. */
export function nextClock(
  { clocks }: Pick<CaseworkRow, 'clocks'>,
  { promises }: CaseworkNames,
): CaseworkLine['clock'] {
  const [row] = clocks
    .filter(({ ended_at }) => ended_at === null)
    .toSorted((a, b) => a.keeps_until - b.keeps_until)
  return row === undefined ? undefined : { row, says: promises.get(row.promise) ?? row.promise }
}

/** Who has it: a person, a team, or nobody so far. */
export function whoHas({ case: of }: Pick<CaseworkRow, 'case'>, names: CaseworkNames): string {
  if (of.holder_id !== null) return `with ${names.staff.get(of.holder_id) ?? of.holder_id}`
  if (of.team_id !== null) return `with ${names.teams.get(of.team_id) ?? of.team_id}`
  return 'with nobody yet'
}
