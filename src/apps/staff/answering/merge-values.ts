import type { MergeValues } from '#core/letters/merge-fields.ts'
import { isRefused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import type { LetterGround, Recipient } from '#store/letters/letter-ground.ts'
import { dayAndTimeFromFields, dayFromFields, dayText, momentText, todayOf } from '../times.ts'
import type { AnswerTyped } from './typed.ts'

interface ToMerge {
  readonly ground: LetterGround
  readonly landlord: string
  readonly typed: Pick<AnswerTyped, 'fields' | 'reasonWords' | 'escalateWords'>
  readonly investigators: ReadonlyMap<string, string>
  readonly now: Instant
}

/** What can be put into a letter, as far as it is known. */
export function mergeValues({ ground, landlord, typed, investigators, now }: ToMerge): MergeValues {
  const { customer, writer } = ground
  const { fields } = typed
  return known({
    'customer name': customer && fullName(customer),
    'customer address': customer?.address,
    reference: ground.case.case_id,
    today: dayText(todayOf(now)),
    'received on': ground.receivedAt === null ? undefined : dayText(todayOf(ground.receivedAt)),
    'due date': dueText(ground),
    'new date': dateIn(fields, 'newDate', now),
    'decision date': dateIn(fields, 'decisionOn', now),
    reason: withoutStop(typed.reasonWords),
    'how to escalate': typed.escalateWords,
    investigator: investigators.get(textIn(fields, 'investigator')),
    decision: decisions[textIn(fields, 'outcome')],
    'my name': writer?.name,
    'my position': writer?.jobTitle,
    'my direct dial': writer?.directDial,
    'my e-mail': writer?.email,
    'office name': writer?.officeName,
    'office address': writer?.officeAddress?.replaceAll('\n', ', '),
    'office telephone': writer?.officeTelephone,
    'landlord name': landlord,
  })
}

/** How somebody is addressed. */
export function fullName({ title, name }: Pick<Recipient, 'title' | 'name'>): string {
  return title === null || name.startsWith(`${title} `) ? name : `${title} ${name}`
}

/** A date typed for the act, as the letter says it. */
export function dateIn(fields: Fields, name: string, now: Instant): string | undefined {
  if (textIn(fields, `${name}-time`) !== '') {
    const at = dayAndTimeFromFields(fields, name, { now })
    return at === undefined || isRefused(at) ? undefined : momentText(at)
  }
  const day = dayFromFields(fields, name, now)
  return day === undefined || isRefused(day) ? undefined : dayText(day)
}

const decisions: Readonly<Record<string, string>> = {
  upheld: 'you are right, and we uphold your complaint',
  partly: 'you are right in part, and we uphold that part of your complaint',
  not: 'we do not uphold your complaint',
}

function dueText({ dueOn, dueAt }: LetterGround): string | undefined {
  if (dueOn !== null) return dayText(dueOn)
  return dueAt === null ? undefined : momentText(dueAt)
}

/** The template brings its own full stop. */
function withoutStop(text: string): string {
  return text.trim().replace(/[.]$/, '')
}

function known(values: Readonly<Record<string, string | null | undefined>>): MergeValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}
