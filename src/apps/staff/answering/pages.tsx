import type { PlainEnglish } from '#core/letters/advice.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { typeset } from '#http/pdf/typeset.ts'
import { checkEnglish } from '#http/plain-english/check-english.ts'
import { checkLetter } from '#store/letters/check-letter.ts'
import { dropLetterDraft, readLetterDraft, saveLetterDraft } from '#store/letters/drafts.ts'
import { readJargon } from '#store/letters/jargon.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { faultsOfLetter } from './promise-faults.ts'
import { askedOf } from '../acts/act-page.tsx'
import { type CaseAsked, caseAsked } from '../case/case-asked.ts'
import { caseTitle } from '../case/head.tsx'
import { dayText, todayOf } from '../times.ts'
import { actOfLetter } from './act-of-letter.ts'
import { AnswerPage } from './answer-page.tsx'
import { addressFor, type Answering, answeringIn } from './answering.ts'
import { begun, put, withTemplate } from './begin.ts'
import { letterFaults } from './faults.ts'
import { envelopeLines, letterPage } from './letter-page.ts'
import { sendAnswer } from './send-answer.ts'
import { type AnswerTyped, answerTyped, draftOf } from './typed.ts'

/** Answering: a letter, an e-mail or a text, checked before it goes. */
export const answerPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId/answer',
    who: 'words.write',
    handle: async (asked) => {
      const found = await answeringFor(asked)
      if (isRefused(found)) return found
      const { own, answering } = found
      const draft = await readLetterDraft(own.store, own.acting, { caseId: own.caseId, way: answering.way })
      if (isRefused(draft)) return draft
      const now = own.store.now()
      if (draft === 'none') return shown(found, { typed: begun(answering, now) })
      return shown(found, { typed: put(answering, answerTyped(draft.fields), now), notice: kept })
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/answer/draft',
    who: 'words.write',
    handle: async (asked) => {
      const { store, acting, caseId, fields, query } = caseAsked(asked)
      const way = textIn(query, 'as').slice(0, 40) || 'full'
      const saved = await saveLetterDraft(store, acting, { caseId, way, fields: draftOf(fields) })
      return isRefused(saved) ? saved : { goTo: local`/cases/${caseId}/answer?as=${way}` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/answer',
    who: 'words.write',
    handle: async (asked) => {
      const found = await answeringFor(asked)
      return isRefused(found) ? found : answered(found)
    },
  }),
]

const kept = 'This is what you had written before. It was kept for you.'

/** A page of an answer, with everything it is made of. */
export interface Found {
  readonly own: CaseAsked
  readonly answering: Answering
}

async function answeringFor(asked: PageAsked<Visitor>): Promise<Found | Refused> {
  const own = caseAsked(asked)
  const landlord = asked.visitor.landlord.name
  const answering = await answeringIn(own, { way: textIn(own.query, 'as'), landlord })
  return isRefused(answering) ? answering : { own, answering }
}

/** What one of the buttons asks for. Whatever it is, what was typed is kept first. */
async function answered(found: Found): Promise<PageAnswer | Refused> {
  const { own, answering } = found
  const { store, acting, caseId, fields } = own
  const now = store.now()
  const of = { caseId, way: answering.way }
  const button = textIn(fields, 'do')
  if (button === 'begin-again') {
    const dropped = await dropLetterDraft(store, acting, of)
    return isRefused(dropped) ? dropped : { goTo: local`/cases/${caseId}/answer?as=${answering.way}` }
  }
  const raw = answerTyped(fields)
  const template = answering.templates.find(({ templateId }) => templateId === raw.templateId)
  const typed =
    button === 'use-template' ? withTemplate(answering, raw, template, now) : put(answering, raw, now)
  const saved = await saveLetterDraft(store, acting, {
    ...of,
    fields: { ...draftOf(fields), ...merging(typed) },
  })
  if (isRefused(saved)) return shown(found, { typed, faults: [faultOf(saved)] })
  if (button === 'use-template') return shown(found, { typed })
  if (button === 'look') return looked(found, typed)
  if (button === 'send') return sent(found, typed)
  return checked(found, typed)
}

function merging({ subject, text, templateVersion }: AnswerTyped) {
  return { subject, text, 'template-version': String(templateVersion) }
}

/** The letter as it would be printed. */
async function looked(found: Found, typed: AnswerTyped): Promise<PageAnswer> {
  const { answering, own } = found
  const { customer, needs, case: shownCase } = answering.ground
  const page = letterPage(answering, {
    to: envelopeLines(customer, addressFor('letter', customer)),
    subject: typed.subject === '' ? 'Letter' : typed.subject,
    text: typed.text,
    today: dayText(todayOf(own.store.now())),
    largePrint: needs.includes('large-print'),
  })
  const bytes = await typeset('letter', page)
  if (isRefused(bytes)) return shown(found, { typed, faults: [{ field: 'text', says: faultOf(bytes).says }] })
  return {
    file: {
      name: `draft-${shownCase.case_id.replaceAll(/[^\w-]/g, '')}.pdf`,
      type: 'application/pdf',
      bytes,
    },
  }
}

/** Advice, and everything that would keep it from going, with nothing recorded. */
async function checked(found: Found, typed: AnswerTyped): Promise<PageAnswer> {
  const { own, answering } = found
  const { store, acting, caseId } = own
  const english = await englishOf(own, typed)
  const act = actOfLetter(answering, typed, { vocabulary: store.vocabulary, now: store.now() })
  const faults = letterFaults(answering, typed)
  if (!('type' in act)) return shown(found, { typed, english, faults: [...faults, ...act.map(faultOf)] })
  const fine = await checkLetter(store, acting, { caseId, act })
  if (!isRefused(fine))
    return shown(found, { typed, english, faults, notice: faults.length > 0 ? undefined : allFine })
  return shown(found, {
    typed,
    english,
    faults: [...faults, ...faultsOfLetter(fine, answering)],
    refusal: fine,
  })
}

const allFine = 'It has everything our promises ask for, and can be sent.'

async function sent(found: Found, typed: AnswerTyped): Promise<PageAnswer> {
  const { own, answering } = found
  const faults = letterFaults(answering, typed)
  const { store } = own
  const act = actOfLetter(answering, typed, { vocabulary: store.vocabulary, now: store.now() })
  if (faults.length > 0 || !('type' in act))
    return shown(found, { typed, faults: [...faults, ...('type' in act ? [] : act.map(faultOf))] })
  const english = await englishOf(own, typed)
  const done = await sendAnswer(found, { typed, act, score: english?.score ?? null })
  if (!isRefused(done)) return { goTo: local`/letters/${done.letterId}?done=sent` }
  return shown(found, { typed, english, faults: faultsOfLetter(done, answering), refusal: done })
}

/** Nothing where the checker is busy: advice is no reason to wait. */
async function englishOf(
  { store, acting }: CaseAsked,
  { text }: AnswerTyped,
): Promise<PlainEnglish | undefined> {
  const jargon = await readJargon(store, acting)
  const found = isRefused(jargon) ? jargon : await checkEnglish(text, jargon)
  return isRefused(found) ? undefined : found
}

interface Showing {
  readonly typed: AnswerTyped
  readonly faults?: readonly Fault[]
  readonly english?: PlainEnglish | undefined
  readonly refusal?: Refused
  readonly notice?: string | undefined
}

function shown(
  { own, answering }: Found,
  { typed, faults = [], english, refusal, notice }: Showing,
): PageAnswer {
  const { case: shownCase } = answering.ground
  const once = [...new Map(faults.map((fault) => [`${fault.field} ${fault.says}`, fault])).values()]
  const asks = [
    ...new Map(
      [...(refusal === undefined ? [] : askedOf(refusal)), ...chosenBefore(typed, answering)].map((each) => [
        each.promise,
        each,
      ]),
    ).values(),
  ]
  return {
    title: answering.form.act,
    content: (
      <AnswerPage
        answering={answering}
        caseTitle={caseTitle(shownCase)}
        typed={typed}
        faults={once}
        asks={asks}
        english={english}
        version={shownCase.version}
        token={own.token}
      />
    ),
    back: { text: 'Back to the case', href: local`/cases/${shownCase.case_id}` },
    faults: once,
    notice,
    ...(once.length > 0 && { status: refusal?.because === 'changed meanwhile' ? 409 : 422 }),
  }
}

/** Reasons given before stay to be seen and changed, though nothing asks for them now. */
function chosenBefore({ fields }: AnswerTyped, { form }: Answering) {
  const says = new Map(
    form.fields.flatMap(({ promises }) => promises.map((each) => [each.promise, each.says])),
  )
  return Object.keys(fields)
    .filter((name) => /^override-[\w.-]{1,40}$/.test(name) && textIn(fields, name) !== '')
    .slice(0, 20)
    .map((name) => name.slice('override-'.length))
    .map((promise) => ({ promise, says: says.get(promise) ?? 'what you gave a reason for before' }))
}
