import { isItemAnswer, type ItemAnswer } from '#core/observations/results.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { correctSheet } from '#store/observations/correct-sheet.ts'
import { type DraftFields, saveDraft } from '#store/observations/drafts.ts'
import { readSheet, type SheetRead } from '#store/observations/read-sheet.ts'
import type { FilledIn } from '#store/observations/record-sheet.ts'
import { sendSheet } from '#store/observations/send-sheet.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { momentOfAct } from '../acts/moment-typed.ts'
import { forFields } from '../times.ts'
import { SheetForm } from './sheet-form.tsx'
import { SheetSentView } from './sheet-sent.tsx'

type Asked = PageAsked<Visitor>

/** A sheet to be filled in, or as it was sent. */
export async function sheetPage(asked: Asked, faults: readonly Fault[] = []): Promise<PageAnswer | Refused> {
  const found = await sheetAsked(asked)
  if (isRefused(found)) return found
  if (found.sent !== undefined)
    return { ...around(asked, found, []), content: <SheetSentView found={found} /> }
  const typed = faults.length > 0 ? asked.fields : (found.draft ?? usual(found))
  return formPage(asked, found, { typed, faults })
}

/** The sheet’s form again, with what was sent, to be put right. */
export async function correctPage(
  asked: Asked,
  faults: readonly Fault[] = [],
): Promise<PageAnswer | Refused> {
  const found = await sheetAsked(asked)
  if (isRefused(found)) return found
  if (found.sent === undefined) return { goTo: local`/observations/sheets/${found.sheet.sheetId}` }
  const typed = faults.length > 0 ? asked.fields : sentFields(found)
  return formPage(asked, found, { typed, faults, isCorrection: true })
}

/** Keeps what was filled in so far, or sends it, whichever button was pressed. */
export async function fillIn(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, params } = asked
  const sheetId = params['sheetId'] ?? ''
  if (textIn(fields, 'how') === 'save') {
    const saved = await saveDraft(store, visitor.acting, { sheetId, fields: draftIn(fields) })
    return isRefused(saved) ? again(asked, saved, sheetPage) : { goTo: local`/observations/mine?done=saved` }
  }
  const filledIn = filledInFrom(fields, store.now())
  if (isRefused(filledIn)) return sheetPage(asked, [faultOf(filledIn)])
  const sent = await sendSheet(store, visitor.acting, { sheetId, filledIn })
  return isRefused(sent) ? again(asked, sent, sheetPage) : { goTo: await afterwards(asked, 'sent') }
}

/** Puts right what was sent. */
export async function correct(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, params } = asked
  const filledIn = filledInFrom(fields, store.now())
  if (isRefused(filledIn)) return correctPage(asked, [faultOf(filledIn)])
  const done = await correctSheet(store, visitor.acting, { sheetId: params['sheetId'] ?? '', filledIn })
  return isRefused(done) ? again(asked, done, correctPage) : { goTo: await afterwards(asked, 'corrected') }
}

/** What is not there, or not theirs, is no fault of what was typed. */
function again(
  asked: Asked,
  refusal: Refused,
  page: typeof sheetPage,
): Promise<PageAnswer | Refused> | Refused {
  return refusal.because === 'not allowed' || refusal.because === 'not found'
    ? refusal
    : page(asked, [faultOf(refusal)])
}

/** An observer goes back to their own sheets; who typed it in for somebody goes back to the others. */
async function afterwards(asked: Asked, done: string) {
  const found = await sheetAsked(asked)
  if (isRefused(found) || isOwn(asked, found)) return local`/observations/mine?done=${done}`
  return local`/observations/${found.programme.programmeId}/sheets`
}

function isOwn({ visitor }: Asked, { sheet }: SheetRead): boolean {
  return sheet.observerId === visitor.acting.staffId
}

function sheetAsked({ store, visitor, params }: Asked): Promise<SheetRead | Refused> {
  return readSheet(store, visitor.acting, params['sheetId'] ?? '')
}

function formPage(
  asked: Asked,
  found: SheetRead,
  {
    typed,
    faults,
    isCorrection = false,
  }: { readonly typed: Fields; readonly faults: readonly Fault[]; readonly isCorrection?: boolean },
): PageAnswer {
  return {
    ...around(asked, found, faults),
    content: (
      <SheetForm
        found={found}
        typed={typed}
        faults={faults}
        token={asked.formToken}
        forWhom={isOwn(asked, found) ? undefined : (found.sheet.observerName ?? undefined)}
        isCorrection={isCorrection}
      />
    ),
  }
}

function around(asked: Asked, found: SheetRead, faults: readonly Fault[]) {
  return {
    title: `Observation, sheet ${found.sheet.n}`,
    back: isOwn(asked, found)
      ? { text: 'Your observations', href: local`/observations/mine` }
      : { text: 'Sheets', href: local`/observations/${found.programme.programmeId}/sheets` },
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** What is observed of a case happened when the case began, unless somebody says otherwise. */
function usual({ about }: SheetRead): Fields {
  const first = about?.happened[0]?.at
  if (first === undefined) return {}
  const [day = '', time = ''] = forFields(first).split('T')
  return { at: day, 'at-time': time }
}

function sentFields({ sent, sheet }: SheetRead): Fields {
  const [day = '', time = ''] = sent?.at === undefined ? [] : forFields(sent.at).split('T')
  return {
    ...Object.fromEntries([...(sent?.answers ?? [])].map(([item, answer]) => [`answer-${item}`, answer])),
    at: day,
    'at-time': time,
    place: sheet.place ?? '',
  }
}

function filledInFrom(fields: Fields, now: number): FilledIn | Refused {
  const at = momentOfAct(fields, now)
  if (isRefused(at)) return at
  const place = textIn(fields, 'place')
  const answers = Object.keys(fields).flatMap((name): readonly (readonly [string, ItemAnswer])[] => {
    const answer = textIn(fields, name)
    return name.startsWith('answer-') && isItemAnswer(answer) ? [[name.slice('answer-'.length), answer]] : []
  })
  return {
    answers: new Map(answers),
    at,
    note: longTextIn(fields, 'note'),
    ...(place !== '' && { place }),
  }
}

function draftIn(fields: Fields): DraftFields {
  const boxes = Object.keys(fields).filter((name) => /^(answer-.{1,200}|at|at-time|place)$/.test(name))
  return {
    ...Object.fromEntries(boxes.slice(0, 100).map((name) => [name, textIn(fields, name)])),
    note: longTextIn(fields, 'note'),
  }
}
