import { isRefused, type Refused } from '#core/refused.ts'
import { typeset } from '#http/pdf/typeset.ts'
import type { Act } from '#store/ledger/act.ts'
import type { Recipient } from '#store/letters/letter-ground.ts'
import { type LetterCopy, type LetterSent, sendLetter } from '#store/letters/send-letter.ts'
import { type CaseAsked, versionSeen } from '../case/case-asked.ts'
import { dayText, todayOf } from '../times.ts'
import { addressFor, type Answering } from './answering.ts'
import { envelopeLines, letterPage } from './letter-page.ts'
import type { AnswerTyped } from './typed.ts'

interface Answer {
  readonly typed: AnswerTyped
  readonly act: Act
  readonly score: number | null
}

/** Sets the pages, one for each who gets it, and sends them together with the act. */
export async function sendAnswer(
  { own, answering }: { readonly own: CaseAsked; readonly answering: Answering },
  { typed, act, score }: Answer,
): Promise<LetterSent | Refused> {
  const { store, acting, caseId, fields } = own
  const largePrint = answering.ground.needs.includes('large-print')
  const copies: LetterCopy[] = []
  for (const to of recipients(answering)) {
    const copy = await copyFor(to, answering, { typed, largePrint, today: dayText(todayOf(store.now())) })
    if (isRefused(copy)) return copy
    if (copy !== undefined) copies.push(copy)
  }
  const [first, ...others] = copies
  if (first === undefined) throw new Error('a letter to nobody came past its faults')
  const { expectedVersion = answering.ground.case.version } = versionSeen(fields)
  const template =
    typed.templateId === '' ? undefined : { templateId: typed.templateId, version: typed.templateVersion }
  return sendLetter(store, acting, {
    caseId,
    expectedVersion,
    act: { type: act.type, data: act.data },
    channel: typed.channel,
    ...(template !== undefined && { template }),
    subject: typed.subject,
    text: typed.text,
    copies: [first, ...others],
    score,
    largePrint,
    way: answering.way,
  })
}

function recipients({ ground: { customer, copiesTo } }: Answering): readonly Recipient[] {
  return customer === undefined ? [] : [customer, ...copiesTo]
}

/** Nothing where somebody who is to have a copy cannot be reached this way. */
async function copyFor(
  to: Recipient,
  answering: Answering,
  { typed, ...how }: { readonly typed: AnswerTyped; readonly largePrint: boolean; readonly today: string },
): Promise<LetterCopy | Refused | undefined> {
  const address = addressFor(typed.channel, to)
  if (address === undefined) return undefined
  const recipientId = to.customerId
  if (typed.channel !== 'letter') return { recipientId, to: [address] }
  const lines = envelopeLines(to, address)
  const pdf = await typeset('letter', letterPage(answering, { ...how, ...typed, to: lines }))
  return isRefused(pdf) ? pdf : { recipientId, to: lines, pdf }
}
