import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { keepWords, type WordsToKeep } from './keep-words.ts'
import { textFault } from './text.ts'

/** Writes a note or message about a case or a customer, beside any act; gives its id. */
export async function writeWords(
  store: Store,
  acting: Acting,
  asked: WordsToKeep,
): Promise<{ readonly wordsId: string } | Refused> {
  const fault = textFault(asked.text, '/text') ?? kindFault(asked.kind) ?? nothingAbout(asked)
  if (fault !== undefined) return fault
  return store.database.transact(acting, 'words.write', async (tx) => {
    const { landlord, contractorId = null } = acting
    const { caseId = null, customerId = null } = asked
    const [about] = await tx.run(whatIsThere, [landlord, caseId, customerId, contractorId])
    if (about?.case === false) return refused('not found', `there is no case ${caseId}`, undefined, '/case')
    if (about?.customer === false)
      return refused('not found', `there is no customer ${customerId}`, undefined, '/customer')
    return { wordsId: await keepWords(tx, asked) }
  })
}

function kindFault(kind: string): Refused | undefined {
  if (/^[a-z][a-z-]{0,40}$/.test(kind)) return undefined
  return refused(
    'not valid',
    'this is not a kind of words',
    'write one such as note, message or letter',
    '/kind',
  )
}

function nothingAbout({ caseId, customerId }: WordsToKeep): Refused | undefined {
  if (caseId !== undefined || customerId !== undefined) return undefined
  return refused('not valid', 'words are about a case or a customer', 'give the id of one', '/case')
}

/** Whether the case and the customer are there, so far as whoever acts may know; true for what is not asked. */
export const whatIsThere = statement<{ readonly case: boolean; readonly customer: boolean }>(
  'words-what-is-there',
  `select ($2::text is null or exists (
            select from cases where landlord = $1 and case_id = $2 and ($4::text is null or contractor_id = $4))) as case,
          ($3::text is null or exists (select from customers where landlord = $1 and customer_id = $3)) as customer`,
)
