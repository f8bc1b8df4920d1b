import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'

/** Something that became better because customers said something, as everybody may read it. */
export interface Improvement {
  readonly improvementId: string
  readonly said: string
  readonly did: string
  readonly doneOn: Day
  readonly addedAt: Instant
}

/** As many as anybody reads; the older ones stay. */
const mostShown = 200
const longestSaid = 1_000
const longestDid = 2_000

/** The improvements that are on show, the latest first. */
export function listShownImprovements(
  store: Store,
  acting: Acting,
): Promise<readonly Improvement[] | Refused> {
  return store.database.transact(acting, 'published.read', (tx) =>
    tx.run(improvementsShown, [acting.landlord, mostShown]),
  )
}

/** Puts an improvement on show. It must name nobody: everybody reads it. */
export function addShownImprovement(
  store: Store,
  acting: Acting,
  { said, did, doneOn }: Pick<Improvement, 'said' | 'did' | 'doneOn'>,
): Promise<{ readonly improvementId: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const fault = faultOf('said', said, longestSaid) ?? faultOf('did', did, longestDid)
    if (fault !== undefined) return fault
    const improvementId = newId()
    const at = instantText(store.now())
    await tx.run(insertImprovement, [
      acting.landlord,
      improvementId,
      said,
      did,
      dayText(doneOn),
      at,
      acting.by,
    ])
    return { improvementId }
  })
}

/** Takes an improvement off the page. */
export function takeImprovementDown(
  store: Store,
  acting: Acting,
  { improvementId }: Pick<Improvement, 'improvementId'>,
): Promise<{ readonly improvementId: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const [gone] = await tx.run(hideImprovement, [acting.landlord, improvementId, instantText(store.now())])
    return gone ?? refused('not found', 'there is no such improvement on show', 'see the list of them')
  })
}

function faultOf(field: string, text: string, longest: number): Refused | undefined {
  if (text.trim() === '')
    return refused('not valid', 'nothing is written here', 'say it in a sentence', `/${field}`)
  if (text.length > longest)
    return refused('too large', `this is longer than ${longest} characters`, 'shorten it', `/${field}`)
  if (text.includes('\0') || !text.isWellFormed())
    return refused('not valid', 'it holds a character that cannot be kept', 'leave it out', `/${field}`)
  return undefined
}

const improvementsShown = statement<Improvement>(
  'public-improvements-shown',
  `select improvement_id as "improvementId", said, did, done_on as "doneOn", added_at as "addedAt"
     from public_improvements where landlord = $1 and taken_down_at is null
    order by done_on desc, added_at desc, improvement_id limit $2`,
)

const insertImprovement = statement(
  'insert-public-improvement',
  `insert into public_improvements (landlord, improvement_id, said, did, done_on, added_at, added_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const hideImprovement = statement<{ readonly improvementId: string }>(
  'hide-public-improvement',
  `update public_improvements set taken_down_at = $3
    where landlord = $1 and improvement_id = $2 and taken_down_at is null
    returning improvement_id as "improvementId"`,
)
