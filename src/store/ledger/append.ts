import type { CaseEvent } from '#core/ledger/event.ts'
import { permissionToRecord } from '#core/people/act-permission.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Permission, permissions } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'
import type { Transaction } from '../database.ts'
import { newReference } from '../new-id.ts'
import { caseSearchRow, putSearchRow } from '../search/search-row.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { keepWords } from '../words/keep-words.ts'
import { textFault } from '../words/text.ts'
import { faultOfAct } from '../acts/fault-of-act.ts'
import { type Act, eventOfAct, withWords } from './act.ts'
import { textIn } from './case-facts.ts'
import { type CaseRow, lockCases } from './case-row.ts'
import { noDigest } from './chain.ts'
import { type Idempotency, onceFor } from './idempotency.ts'
import { openingFault, rightsFault } from './rights.ts'
import { type Recorded, toldBy, write } from './write.ts'

/** A case to open, with the act that opens it. */
export interface CaseToOpen {
  readonly kind: string
  /** Its id in another system; otherwise we give it a reference. */
  readonly caseId?: string
  readonly act: Act
}

export interface WriteOptions {
  /** How many events the writer has seen; refused where there are more. */
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Something to be done in a transaction together with other things: a case to open, or an act in a case. */
export type Step =
  | { readonly open: CaseToOpen }
  | { readonly in: string; readonly act: Act; readonly expectedVersion?: number }

/** The most steps of one transaction. */
const mostSteps = 500

/** Opens a case with its first act, in one transaction with its clocks and figures. */
export async function openCase(
  store: Store,
  acting: Acting,
  open: CaseToOpen,
  options: Pick<WriteOptions, 'idempotency'> = {},
): Promise<Recorded | Refused> {
  return onlyOne(store, acting, { open }, options)
}

/** Records an act in a case, in one transaction with the case’s clocks and figures. */
export async function recordAct(
  store: Store,
  acting: Acting,
  caseId: string,
  act: Act,
  { expectedVersion, idempotency }: WriteOptions = {},
): Promise<Recorded | Refused> {
  const step = { in: caseId, act, ...(expectedVersion !== undefined && { expectedVersion }) }
  return onlyOne(store, acting, step, { ...(idempotency !== undefined && { idempotency }) })
}

/**
 * Takes several steps in one transaction, in their order: all of them, or none where one is refused. A case to open that
 * later steps speak of is given its id (`newReference`) by the caller.
 */
export async function recordSteps(
  store: Store,
  acting: Acting,
  steps: readonly [Step, ...Step[]],
): Promise<readonly Recorded[] | Refused> {
  if (steps.length > mostSteps)
    return refused('too many', `no more than ${mostSteps} acts can be recorded at once`)
  return store.database.transact(acting, permissionFor(steps[0], store), async (tx) => {
    const recorded: Recorded[] = []
    for (const step of steps) {
      const done = await recordStep(tx, store, step)
      if (isRefused(done)) return done
      recorded.push(done)
    }
    return recorded
  })
}

/** Takes one step inside a transaction of somebody else’s, who must be allowed to record its act. */
export async function recordStep(tx: Transaction, store: Store, step: Step): Promise<Recorded | Refused> {
  const needed = permissionFor(step, store)
  if (!tx.acting.may.has(needed))
    return refused('not allowed', `this needs permission to ${permissions[needed]}`, 'ask an administrator')
  return 'open' in step ? openIn(tx, store, step.open) : recordIn(tx, store, step)
}

function onlyOne(
  store: Store,
  acting: Acting,
  step: Step,
  { idempotency }: Pick<WriteOptions, 'idempotency'>,
): Promise<Recorded | Refused> {
  return store.database.transact(acting, permissionFor(step, store), (tx) =>
    onceFor(tx, idempotency, () => recordStep(tx, store, step)),
  )
}

function permissionFor(step: Step, { vocabulary }: Store): Permission {
  return permissionToRecord(typeOf(step), vocabulary)
}

function typeOf(step: Step): string {
  return 'open' in step ? step.open.act.type : step.act.type
}

async function openIn(
  tx: Transaction,
  store: Store,
  { kind, caseId = newReference(), act }: CaseToOpen,
): Promise<Recorded | Refused> {
  const fault = openingFault(tx.acting) ?? kindFault(kind, store)
  if (fault !== undefined) return fault
  const event = eventOfAct(caseId, kind, act, store.vocabulary, store.now())
  if (isRefused(event)) return event
  const row = await newCase(tx, store, event)
  if (row === undefined)
    return refused('already there', `there is already a case ${caseId}`, 'record the act in it', '/case')
  return recordEvent(tx, store, row, event, act)
}

async function recordIn(
  tx: Transaction,
  store: Store,
  { in: caseId, act, expectedVersion }: Extract<Step, { readonly in: string }>,
): Promise<Recorded | Refused> {
  const [row] = await tx.run(lockCases, [tx.acting.landlord, [caseId]])
  if (row === undefined || !maySee(tx.acting, row)) return noSuchCase(caseId)
  if (expectedVersion !== undefined && expectedVersion !== row.version) return changedMeanwhile(row)
  const event = eventOfAct(caseId, row.kind, act, store.vocabulary, store.now())
  if (isRefused(event)) return event
  return mergedFault(row, event) ?? recordEvent(tx, store, row, event, act)
}

/** A contractor’s own jobs are all there is for a contractor. */
export function maySee({ contractorId }: Acting, row: Pick<CaseRow, 'contractor_id'>): boolean {
  return contractorId === undefined || row.contractor_id === contractorId
}

/** What is another landlord’s, or not one’s own job, is not there. */
export function noSuchCase(caseId: string): Refused {
  return refused('not found', `there is no case ${caseId}`, 'look for it by its reference or its customer')
}

/** A date so far off that no calendar holds it is refused, and nothing stays of it. */
async function recordEvent(
  tx: Transaction,
  store: Store,
  row: CaseRow,
  event: CaseEvent,
  { words = [] }: Act,
): Promise<Recorded | Refused> {
  const fault = (await rightsFault(tx, store, row, event)) ?? (await faultOfAct(tx, store, row, event))
  if (fault !== undefined) return fault
  const customerId = textIn(event, 'customer') ?? row.customer_id
  const about = { caseId: row.case_id, ...(customerId !== null && { customerId }) }
  const kept: string[] = []
  const unkept = words.map(({ text }) => textFault(text, '/words')).find((each) => each !== undefined)
  if (unkept !== undefined) return unkept
  for (const { kind, text } of words) kept.push(await keepWords(tx, { kind, text, ...about }))
  try {
    return await write(tx, store, row, [
      toldBy(tx.acting.by, { ...event, data: withWords(event.data, kept) }),
    ])
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refused(
      'not valid',
      `the case cannot be counted with it: ${error.message}`,
      'check its dates',
      '/data',
    )
  }
}

function kindFault(kind: string, { vocabulary }: Store): Refused | undefined {
  if (vocabulary.kinds.has(kind)) return undefined
  const near = suggest(kind, [...vocabulary.kinds.keys()])
  const fix =
    near === undefined ? `the kinds are ${[...vocabulary.kinds.keys()].join(', ')}` : `did you mean ${near}?`
  return refused('not valid', `there is no kind of case “${kind}”`, fix, '/kind')
}

function changedMeanwhile({ version }: CaseRow): Refused {
  const now = version === 1 ? 'it now has one event' : `it now has ${version} events`
  return refused(
    'changed meanwhile',
    `the case was changed since you read it: ${now}`,
    'read it again, then try again',
  )
}

/** What happens after a merge happens in the case that goes on; only putting right may still concern this one. */
function mergedFault({ merged_into: into }: CaseRow, { type }: CaseEvent): Refused | undefined {
  if (into === null || type === 'event-corrected' || type === 'event-withdrawn') return undefined
  return refused('not valid', `this case was merged into ${into}`, `record it in ${into}`, '/type')
}

/** The row of a case that has no events yet; none where the id is taken. */
async function newCase(
  tx: Transaction,
  store: Store,
  { case: caseId, kind }: CaseEvent,
): Promise<CaseRow | undefined> {
  const at = instantText(store.now())
  const [[row]] = await Promise.all([
    tx.run(insertCase, [tx.acting.landlord, caseId, kind, noDigest, at]),
    // Where the id is taken, nothing of this stays.
    putSearchRow(tx, caseSearchRow({ case_id: caseId, kind })),
  ])
  return row
}

const insertCase = statement<CaseRow>(
  'insert-case',
  `insert into cases (landlord, case_id, kind, version, last_digest, terms, opened_at, computed_at)
   values ($1, $2, $3, 0, $4, 0, $5, $5) on conflict do nothing returning *`,
)
