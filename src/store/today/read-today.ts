import type { Acting } from '#core/people/acting.ts'
import { type PromiseOfEdition, promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { dayOfWeek } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { asItStands } from '../ledger/read-case.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { byCase, type DueCase } from './due-groups.ts'
import {
  appointmentsToday,
  type AppointmentToday,
  callsToMake,
  type CallToMake,
  type CallWaiting,
  callsWaiting,
  customersOfCases,
  dueOf,
  type MessageLeft,
  messagesLeft,
  type NoticeUnseen,
  noticesUnseen,
  teamOfStaff,
  unassignedOf,
  type VisitorWaiting,
  visitorsWaiting,
} from './today-rows.ts'

/** What one member of staff has before them: nothing of it is stored for the purpose. */
export interface Today {
  readonly asOf: Instant
  readonly days: Days
  readonly promises: readonly PromiseOfEdition[]
  readonly team: { readonly id: string; readonly name: string } | undefined
  /** Mine, due by the end of the week, each case once; a contractor’s are the jobs of the whole firm. */
  readonly mine: readonly DueCase[]
  /** Of my team, and nobody has it. */
  readonly unassigned: readonly DueCase[]
  readonly calls: readonly CallWaiting[]
  readonly visitors: readonly VisitorWaiting[]
  readonly appointments: readonly AppointmentToday[]
  readonly toRing: readonly CallToMake[]
  readonly messages: readonly MessageLeft[]
  readonly notices: readonly NoticeUnseen[]
  /** Whose case each of the cases above is. */
  readonly customers: ReadonlyMap<string, string>
  /** There is more than is listed. */
  readonly cut: boolean
}

/** When today and this week begin and end, on the landlord’s wall. */
export interface Days {
  readonly zone: Zone
  readonly dayBegins: Instant
  readonly dayEnds: Instant
  readonly weekEnds: Instant
}

/** The most clocks in one list of a page that should be read at a glance. */
export const mostDue = 200

/** Beyond this, a team’s work that nobody has is a list of its own. */
const mostUnassigned = 50

/** Reads what whoever asks has before them today, in one transaction; a contractor’s is the contractor’s own jobs. */
export function readToday(store: Store, acting: Acting): Promise<Today | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const asOf = store.now()
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    const days = daysAt(zone, asOf)
    const [team] = await tx.run(teamOfStaff, [acting.landlord, acting.staffId ?? ''])
    const clocks = await clocksOf(tx, days, team?.id)
    const stands = (rows: (typeof clocks)['mine']) => byCase(rows.map((clock) => asItStands(clock, asOf)))
    const lists = {
      ...(acting.contractorId === undefined ? await othersOf(tx, days, asOf) : noOthers),
      mine: stands(clocks.mine),
      unassigned: stands(clocks.unassigned),
    }
    return {
      asOf,
      days,
      promises: promisesOf(terms.editions),
      team,
      ...lists,
      customers: await customersIn(tx, lists),
      cut: clocks.mine.length === mostDue || clocks.unassigned.length === mostUnassigned,
    }
  })
}

/** Where today and this week begin and end; weeks end with Sunday. */
export function daysAt(zone: Zone, at: Instant): Days {
  const today = zone.dayOf(at)
  return {
    zone,
    dayBegins: zone.startOf(today),
    dayEnds: zone.startOf(today + 1),
    weekEnds: zone.startOf(today + 8 - dayOfWeek(today)),
  }
}

async function clocksOf(tx: Transaction, { weekEnds }: Days, teamId: string | undefined) {
  const { landlord, staffId, contractorId } = tx.acting
  const until = instantText(weekEnds)
  if (contractorId !== undefined)
    return { mine: await tx.run(dueOf.contractor, [landlord, contractorId, until, mostDue]), unassigned: [] }
  return {
    mine: staffId === undefined ? [] : await tx.run(dueOf.holder, [landlord, staffId, until, mostDue]),
    unassigned: teamId === undefined ? [] : await tx.run(unassignedOf, [landlord, teamId, mostUnassigned]),
  }
}

type Others = Pick<Today, 'calls' | 'visitors' | 'appointments' | 'toRing' | 'messages' | 'notices'>
const noOthers: Others = { calls: [], visitors: [], appointments: [], toRing: [], messages: [], notices: [] }

/** Who waits, what is booked and what was left for whoever asks. */
async function othersOf(tx: Transaction, { dayBegins, dayEnds }: Days, asOf: Instant): Promise<Others> {
  const { landlord, staffId = '', may } = tx.acting
  const today = [instantText(dayBegins), instantText(dayEnds)] as const
  const works = may.has('cases.write')
  return {
    calls: works ? await tx.run(callsWaiting, [landlord, instantText(asOf - longestWait)]) : [],
    visitors: works ? await tx.run(visitorsWaiting, [landlord, instantText(dayBegins)]) : [],
    appointments: await tx.run(appointmentsToday, [landlord, staffId, ...today]),
    toRing: await tx.run(callsToMake, [landlord, staffId]),
    messages: await tx.run(messagesLeft, [landlord, staffId]),
    notices: await tx.run(noticesUnseen, [landlord, staffId, instantText(asOf)]),
  }
}

/** A call that was offered longer ago rings no more, whatever the telephone system forgot to say. */
const longestWait = 4 * 60 * 60 * 1000

async function customersIn(
  tx: Transaction,
  { mine, unassigned, ...others }: Others & Pick<Today, 'mine' | 'unassigned'>,
): Promise<ReadonlyMap<string, string>> {
  const { calls, visitors, appointments, toRing, messages } = others
  const listed = [mine, unassigned, calls, visitors, appointments, toRing, messages]
  const ids = new Set(listed.flatMap((rows) => rows.map(({ caseId }) => caseId)))
  if (ids.size === 0) return new Map()
  const rows = await tx.run(customersOfCases, [tx.acting.landlord, [...ids]])
  return new Map(rows.map(({ caseId, customerId }) => [caseId, customerId]))
}
