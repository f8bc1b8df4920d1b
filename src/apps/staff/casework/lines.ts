import type { Acting } from '#core/people/acting.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import { isRefused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Url } from '#http/html/url.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { contractorsOf, namesOfCustomers, namesOfHomes, staffOf, teamsOf } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import type { ClockSaid } from '../clocks/clock-line.tsx'

/** One case in a list. */
export interface CaseworkLine {
  readonly href: Url
  /** Which case it is, as its link says. */
  readonly title: string
  /** Whose it is, or where. */
  readonly about: string
  readonly facts: readonly string[]
  /** What is owed next, where anything is. */
  readonly clock: { readonly row: ClockSaid; readonly says: string } | undefined
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

/** What is owed next: of what has not ended, what falls due first; what is to be told if late counts too. */
export function nextClock(
  { clocks, toTell }: Pick<CaseworkRow, 'clocks' | 'toTell'>,
  { promises }: CaseworkNames,
): CaseworkLine['clock'] {
  const running = clocks.filter(({ ended_at }) => ended_at === null)
  const owed = [
    ...running.map((row) => ({ row, promise: row.promise })),
    ...toTell
      .filter(({ clock }) => !running.some(({ promise }) => promise === clock.promise))
      .map(({ clock, promise }) => ({ row: saidOf(clock), promise })),
  ].toSorted((a, b) => a.row.keeps_until - b.row.keeps_until)
  const [first] = owed
  return first && { row: first.row, says: promises.get(first.promise) ?? first.promise }
}

/** A clock that only a rule watches, as a line says it. */
export function saidOf({ outcome, due, keepsUntil, stoppedAt, endedAt, voidReason }: Clock): ClockSaid {
  return {
    outcome,
    due_on: 'on' in due ? due.on : null,
    due_at: 'at' in due ? due.at : null,
    keeps_until: keepsUntil,
    stopped_at: stoppedAt ?? null,
    ended_at: endedAt ?? null,
    void_reason: voidReason ?? null,
  }
}

/** What must be done before it is too late: telling the customer of a delay; or that it is too late for it. */
export function tellWarning({ toTell }: Pick<CaseworkRow, 'toTell'>, now: Instant): string | undefined {
  const untold = toTell.filter(({ toldAt, warnFrom }) => toldAt === undefined && warnFrom <= now)
  if (untold.length === 0) return undefined
  const late = untold.some(({ clock }) => clock.keepsUntil < now)
  return late
    ? 'It is late, and the customer was not told. Tell them now.'
    : 'It falls due soon. If it will be late, tell the customer before.'
}

/** Who has it: a person, a team, or nobody so far. */
export function whoHas({ case: of }: Pick<CaseworkRow, 'case'>, names: CaseworkNames): string {
  if (of.holder_id !== null) return `with ${names.staff.get(of.holder_id) ?? of.holder_id}`
  if (of.team_id !== null) return `with ${names.teams.get(of.team_id) ?? of.team_id}`
  return 'with nobody yet'
}
