import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import type { Programme } from './programme-rows.ts'
import { withoutPeople } from './without-people.ts'

/** What an observer is shown of the case on their sheet: what happened and when, and nobody’s name. */
export interface CaseObserved {
  readonly caseId: string
  readonly kind: string
  readonly happened: readonly { readonly type: string; readonly at: Instant }[]
  /** What our letters say, with whoever is named in them blacked out; only where the programme shows letters. */
  readonly letters: readonly LetterObserved[]
}

export interface LetterObserved {
  readonly channel: string
  readonly madeAt: Instant
  readonly text: string
}

const mostHappened = 100

/** The case of a sheet, as its observer sees it. That its letters were read is written down. */
export async function caseObserved(
  tx: Transaction,
  store: Store,
  caseId: string,
  { showsLetters }: Pick<Programme, 'showsLetters'>,
): Promise<CaseObserved> {
  const rows = await tx.run(eventsOfCases, [tx.acting.landlord, [caseId]])
  const { events } = effectiveEvents(rows.map(eventOf), store.now())
  return {
    caseId,
    kind: rows[0]?.kind ?? '',
    happened: events.slice(0, mostHappened).map(({ type, at }) => ({ type, at })),
    letters: showsLetters ? await lettersObserved(tx, caseId) : [],
  }
}

async function lettersObserved(tx: Transaction, caseId: string): Promise<readonly LetterObserved[]> {
  const letters = await tx.run(lettersOfCase, [tx.acting.landlord, caseId])
  if (letters.length === 0) return []
  await logAccess(tx, {
    what: 'letters, without names',
    customerIds: letters.flatMap(({ customerId }) => customerId ?? []),
    caseId,
    wordsIds: letters.map(({ letterId }) => letterId),
    why: 'an observation',
  })
  const texts = await withoutPeople(
    tx,
    caseId,
    letters.map(({ text }) => text),
  )
  return letters.map(({ channel, madeAt }, index) => ({ channel, madeAt, text: texts[index] ?? '' }))
}

interface LetterRow {
  readonly letterId: string
  readonly customerId: string | null
  readonly channel: string
  readonly madeAt: Instant
  readonly text: string
}

// A copy to somebody else says the same.
const lettersOfCase = statement<LetterRow>(
  'letters-of-observed-case',
  `select l.letter_id as "letterId", l.customer_id as "customerId", l.channel, l.made_at as "madeAt", w.text
     from letters l join words w on w.landlord = l.landlord and w.words_id = l.text_words
    where l.landlord = $1 and l.case_id = $2 and l.copy_of is null and l.state <> 'withdrawn' and w.text is not null
    order by l.made_at, l.letter_id limit 10`,
)
