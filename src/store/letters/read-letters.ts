import type { LetterChannel } from '#core/letters/letter-acts.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'

/** A letter as lists show it, without what it says. */
export interface LetterShown {
  readonly letterId: string
  readonly caseId: string
  readonly customerId: string | null
  readonly recipientId: string | null
  readonly copyOf: string | null
  readonly actType: string
  readonly channel: LetterChannel
  readonly templateId: string | null
  readonly templateVersion: number | null
  /** Of an e-mail, as its mail stands. */
  readonly state: 'waiting' | 'gone' | 'withdrawn' | 'failed'
  readonly failedWhy: string | null
  readonly attachmentId: string | null
  readonly largePrint: boolean
  readonly score: number | null
  readonly madeAt: Instant
  readonly madeBy: string
  readonly endedAt: Instant | null
  readonly endedBy: string | null
}

/** A letter with what it says; of one erased, nothing. */
export interface LetterRead extends LetterShown {
  readonly text: string | null
  /** The subject, and then the address line by line. */
  readonly envelope: readonly string[]
  /** Where its writer’s office is, line by line, as the head of its page says it. */
  readonly officeAddress: string | null
}

/** Which letters: all in a state, of a case, or of a customer. */
export interface LettersAsked {
  readonly state?: LetterShown['state']
  readonly channel?: LetterChannel
  readonly caseId?: string
  readonly customerId?: string
  /** The last letter of the page before. */
  readonly after?: { readonly madeAt: Instant; readonly letterId: string }
  readonly limit?: number
}

/** Letters, the latest first, page by page. */
export function listLetters(
  store: Store,
  acting: Acting,
  { state, channel, caseId, customerId, after, limit = 50 }: LettersAsked,
): Promise<readonly LetterShown[] | Refused> {
  return store.database.transact(acting, 'cases.read', (tx) =>
    tx.run(lettersAsked, [
      acting.landlord,
      state ?? null,
      channel ?? null,
      caseId ?? null,
      customerId ?? null,
      instantText(after?.madeAt) ?? 'infinity',
      after?.letterId ?? '',
      Math.min(limit, 200),
      acting.contractorId ?? null,
    ]),
  )
}

/** How many letters wait, by channel. */
export function countWaiting(
  store: Store,
  acting: Acting,
): Promise<readonly { readonly channel: LetterChannel; readonly letters: number }[] | Refused> {
  const { landlord, contractorId = null } = acting
  return store.database.transact(acting, 'cases.read', (tx) =>
    tx.run(waitingByChannel, [landlord, contractorId]),
  )
}

/** One letter with what it says; who read it is written down. */
export function readLetter(store: Store, acting: Acting, letterId: string): Promise<LetterRead | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const [row] = await tx.run(letterById, [acting.landlord, letterId, acting.contractorId ?? null])
    if (row === undefined) return noSuchLetter()
    const { envelope, ...letter } = row
    if (letter.text !== null)
      await logAccess(tx, {
        what: 'letter',
        customerIds: [letter.customerId, letter.recipientId].filter((id) => id !== null),
        caseId: letter.caseId,
        wordsIds: [letterId],
        why: 'a letter that was sent',
      })
    return { ...letter, envelope: envelope === null ? [] : envelope.split('\n') }
  })
}

/** What is another landlord’s is not there either. */
export function noSuchLetter(): Refused {
  return refused('not found', 'there is no such letter', 'look for it in its case')
}

// An e-mail's state is its mail's: handed over, failing, or waiting.
const state = `case when l.state <> 'waiting' then l.state
    when m.handed_over_at is not null then 'gone'
    when m.failed_why is not null then 'failed' else 'waiting' end`

const columns = `l.letter_id as "letterId", l.case_id as "caseId", l.customer_id as "customerId",
  l.recipient_id as "recipientId", l.copy_of as "copyOf", l.act_type as "actType", l.channel,
  l.template_id as "templateId", l.template_version as "templateVersion", ${state} as state,
  m.failed_why as "failedWhy", l.attachment_id as "attachmentId", l.large_print as "largePrint", l.score,
  l.made_at as "madeAt", l.made_by as "madeBy", coalesce(l.ended_at, m.handed_over_at) as "endedAt",
  l.ended_by as "endedBy"`

const from = `letters l
  join cases c on c.landlord = l.landlord and c.case_id = l.case_id
  left join outbox m on m.landlord = l.landlord and m.mail_id = l.mail_id`

const lettersAsked = statement<LetterShown>(
  'letters-asked',
  `select ${columns} from ${from}
    where l.landlord = $1 and ($2::text is null or ${state} = $2) and ($3::text is null or l.channel = $3)
      and ($4::text is null or l.case_id = $4) and ($5::text is null or l.customer_id = $5)
      and (l.made_at, l.letter_id) < ($6::timestamptz, $7::text)
      and ($9::text is null or c.contractor_id = $9)
    order by l.made_at desc, l.letter_id desc limit $8`,
)

const waitingByChannel = statement<{ readonly channel: LetterChannel; readonly letters: number }>(
  'letters-waiting',
  `select l.channel, count(*)::integer as letters from ${from}
    where l.landlord = $1 and l.state = 'waiting' and ${state} = 'waiting'
      and ($2::text is null or c.contractor_id = $2)
    group by l.channel order by l.channel`,
)

const letterById = statement<Omit<LetterRead, 'envelope'> & { readonly envelope: string | null }>(
  'letter-by-id',
  `select ${columns}, t.text, e.text as envelope, o.address as "officeAddress" from ${from}
     join words t on t.landlord = l.landlord and t.words_id = l.text_words
     join words e on e.landlord = l.landlord and e.words_id = l.envelope_words
     left join staff s on s.landlord = l.landlord and 'staff:' || s.staff_id = l.made_by
     left join lateral (
       select nullif(concat_ws(E'\\n', each.address, each.postcode), '') as address from offices each
        where each.landlord = s.landlord
          and (each.office_id = s.office_id or (s.office_id is null and each.ended_on is null))
        order by each.office_id limit 1) o on true
    where l.landlord = $1 and l.letter_id = $2 and ($3::text is null or c.contractor_id = $3)`,
)
