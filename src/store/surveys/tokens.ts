import type { Day } from '#core/time/day.ts'
import { codeText } from '#core/surveys/token-code.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { digestOfSecret } from '../people/token.ts'
import { statement } from '../statement.ts'
import { dayText } from '../types.ts'

/**
 * A new code by which one invitation is answered, from 80 random bits, as it stands in a link and on paper. Nothing but its digest is
 * kept, so a letter that is lost is printed again with another.
 */
export async function newCode(tx: Transaction, invitationId: string, goodUntil: Day): Promise<string> {
  const code = newId()
  await tx.run(insertToken, [tx.acting.landlord, digestOfSecret(code), invitationId, dayText(goodUntil)])
  return codeText(code)
}

/** Takes every code of an invitation away, so that none of them is good any more. */
export async function dropCodes(tx: Transaction, invitationId: string): Promise<void> {
  await tx.run(deleteTokens, [tx.acting.landlord, invitationId])
}

const insertToken = statement(
  'insert-survey-token',
  'insert into survey_tokens (landlord, digest, invitation_id, good_until) values ($1, $2, $3, $4)',
)

const deleteTokens = statement(
  'delete-survey-tokens',
  'delete from survey_tokens where landlord = $1 and invitation_id = $2',
)
