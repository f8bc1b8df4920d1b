import type { TallyPart } from '#core/promises/case-measuring.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** What a case added to the tallies before, and what it adds now; and whose it was and is. */
export interface TallyChange {
  readonly caseId: string
  readonly before: readonly TallyPart[]
  readonly after: readonly TallyPart[]
  readonly teamBefore: string | null
  readonly teamAfter: string | null
}

/** The sums of all cases, whoever has them. */
const everybody = ''

/** How many rows share one sum. Writers of cases in different slots never wait for each other. */
const slots = 16

/** The slot in which a case’s sums stand: of its id alone, so that what it added can be found again. */
function slotOf(caseId: string): number {
  let sum = 0
  for (let index = 0; index < caseId.length; index++) sum = (sum * 31 + caseId.charCodeAt(index)) >>> 0
  return sum % slots
}

/** Moves the tallies by the difference that these cases make. Rows are taken in the order of their key: no deadlock. */
export async function moveTallies(tx: Transaction, changes: readonly TallyChange[]): Promise<void> {
  await addSums(tx, differences(changes))
}

/** Adds sums to the tallies, each by its key (`differences`). */
export async function addSums(tx: Transaction, sums: ReadonlyMap<string, number>): Promise<void> {
  const moved = [...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (moved.length === 0) return
  const { landlord } = tx.acting
  const rows = moved.map(([key, amount]) => ({ landlord, ...placeOfSum(key), amount }))
  await tx.run(addToTallies, [JSON.stringify(rows)])
}

/** The place in the tallies that a key names. */
export function placeOfSum(key: string) {
  const [promise, month, slot, what, team_id] = JSON.parse(key) as [string, number, number, string, string]
  return { promise, month, slot, what, team_id }
}

/** The key of a place in the tallies. */
export function keyOfSum({
  promise,
  month,
  slot,
  what,
  team_id,
}: Readonly<ReturnType<typeof placeOfSum>>): string {
  return JSON.stringify([promise, month, slot, what, team_id])
}

/** The amount by which each row of the tallies moves, by its key. */
export function differences(changes: readonly TallyChange[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { caseId, before, after, teamBefore, teamAfter } of changes) {
    const slot = slotOf(caseId)
    for (const part of before) add(sums, { slot, team: teamBefore, part, sign: -1 })
    for (const part of after) add(sums, { slot, team: teamAfter, part, sign: 1 })
  }
  return sums
}

interface Adding {
  readonly slot: number
  readonly team: string | null
  readonly part: TallyPart
  readonly sign: 1 | -1
}

function add(sums: Map<string, number>, { slot, team, part: [promise, month, what, amount], sign }: Adding) {
  const addTo = (key: string) => sums.set(key, (sums.get(key) ?? 0) + sign * amount)
  addTo(keyOfSum({ promise, month, slot, what, team_id: everybody }))
  if (team === null) return
  const ofTeam = what.startsWith('length:') ? timed : what
  addTo(keyOfSum({ promise, month, slot, what: ofTeam, team_id: team }))
}

/** How many of a team’s clocks have a length: for all cases that follows from the lengths, which stand one by one. */
export const timed = 'timed'

const addToTallies = statement(
  'add-to-tallies',
  `insert into tallies select * from json_populate_recordset(null::tallies, $1::json)
   on conflict (landlord, team_id, promise, month, slot, what) do update set amount = tallies.amount + excluded.amount`,
)
