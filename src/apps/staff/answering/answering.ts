import {
  type AnswerAct,
  answerAct,
  isLetterChannel,
  type LetterChannel,
  type Way,
  ways,
} from '#core/letters/letter-acts.ts'
import type { MergeValues } from '#core/letters/merge-fields.ts'
import { mayRecord } from '#core/people/act-permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { possibleActs } from '#store/acts/possible-acts.ts'
import { type LetterGround, readLetterGround } from '#store/letters/letter-ground.ts'
import { listTemplates, type TemplateNow } from '#store/letters/templates.ts'
import type { ActPeople } from '../acts/act-people.ts'
import type { FormAct, FormField } from '../acts/form-act.ts'
import { peopleFor } from '../acts/people-choices.ts'
import type { CaseAsked } from '../case/case-asked.ts'
import { mergeValues } from './merge-values.ts'
import type { AnswerTyped } from './typed.ts'

/** Everything that an answer in a case is made of. */
export interface Answering {
  readonly way: Way
  readonly act: AnswerAct
  readonly form: FormAct & { readonly act: string }
  readonly ground: LetterGround
  readonly templates: readonly TemplateNow[]
  readonly people: ActPeople
  readonly landlord: string
}

/** What the letter itself decides, so that nobody is asked: what it shows, how it goes out, that we keep it. */
const toldByLetter: ReadonlySet<string> = new Set([
  'channel',
  'name',
  'position',
  'telephone',
  'email',
  'address',
  'copyKept',
  'howToEscalate',
])

/** Reads what an answer of this way is made of, for whoever may give it. */
export async function answeringIn(
  { store, acting, caseId }: CaseAsked,
  asked: { readonly way: string; readonly landlord: string },
): Promise<Answering | Refused> {
  const possible = await possibleActs(store, acting, caseId)
  if (isRefused(possible)) return possible
  const way = ways.find((each) => each === asked.way) ?? 'full'
  const act = answerAct(possible.case.kind, way)
  if (act === undefined)
    return refused(
      'not found',
      'a case of this kind is not answered in this way',
      'go to the case and choose one of its buttons',
    )
  if (!mayRecord(acting, act.type, store.vocabulary))
    return refused(
      'not allowed',
      'this answer is not for you to give',
      'pass the case to whoever answers such cases',
    )
  const ground = await readLetterGround(store, acting, caseId)
  if (isRefused(ground)) return ground
  const templates = await listTemplates(store, acting)
  if (isRefused(templates)) return templates
  const known = store.vocabulary.events.get(act.type)
  const offered = possible.acts.find(({ type }) => type === act.type)
  // What is no longer possible has its form all the same: what was typed into it must not be lost.
  const fields: readonly FormField[] =
    offered?.fields ??
    Array.from(known?.fields ?? [], ([name, definition]) => ({
      name,
      definition,
      required: definition.required,
      promises: [],
    }))
  const form = {
    type: act.type,
    act: offered?.act ?? known?.definition.act ?? 'Answer',
    fields: fields.filter((field) => !toldByLetter.has(field.name) && !isReasonInLetter(act, field)),
  }
  const people = await peopleFor(store, acting, form.fields)
  const fitting = templates.filter(({ purpose }) => act.purposes.includes(purpose))
  return { way, act, form, ground, templates: fitting, people, landlord: asked.landlord }
}

/** The reason for a decision is what the letter says; the reason for a delay is a code as well. */
function isReasonInLetter({ type }: AnswerAct, { name }: FormField): boolean {
  return type === 'complaint-answered' && name === 'reason'
}

/** Templates for a channel: those made for it alone come before those for any. */
export function templatesFor(
  { templates }: Pick<Answering, 'templates'>,
  channel: LetterChannel,
): readonly TemplateNow[] {
  const own = templates.filter((each) => each.channel === channel)
  const any = templates.filter((each) => each.channel === 'any')
  return channel === 'text' && own.length > 0 ? own : [...own, ...any]
}

/** How the answer goes out unless somebody says otherwise: as the customer would rather, as far as they can be reached so. */
export function usualChannel({ ground: { customer } }: Pick<Answering, 'ground'>): LetterChannel {
  const preferred = customer?.preferredChannel ?? ''
  if (isLetterChannel(preferred) && addressFor(preferred, customer) !== undefined) return preferred
  return customer?.address === null && customer.email !== null ? 'e-mail' : 'letter'
}

/** Where something of this channel goes: the lines of an address, an e-mail address or a number. */
export function addressFor(
  channel: LetterChannel,
  to: Pick<NonNullable<LetterGround['customer']>, 'address' | 'email' | 'mobile'> | undefined,
): string | undefined {
  if (to === undefined) return undefined
  const where = { letter: to.address, 'e-mail': to.email, text: to.mobile }
  return where[channel] ?? undefined
}

/** What can be put in. */
export function valuesOf(
  { ground, landlord, people }: Answering,
  typed: Pick<AnswerTyped, 'fields' | 'reasonWords' | 'escalateWords'>,
  now: number,
): MergeValues {
  const investigators = new Map(
    people.staff.map(({ value, label }) => [value, typeof label === 'string' ? label : value]),
  )
  return mergeValues({ ground, landlord, typed, investigators, now })
}
