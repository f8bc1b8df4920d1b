import type { FieldValue } from '#core/ledger/event.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { ToldEvent } from '#store/case-page/entries.ts'
import { type Mend, putRight } from '#store/case-page/put-right.ts'
import { readEvent } from '#store/case-page/read-event.ts'
import type { CaseShown } from '#store/ledger/read-case.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import type { FormField } from '../acts/form-act.ts'
import { momentOfAct } from '../acts/moment-typed.ts'
import { peopleFor } from '../acts/people-choices.ts'
import { fieldsTyped, typedFrom } from '../acts/typed-from.ts'
import { typedValue } from '../acts/typed-value.ts'
import { type CaseAsked, caseAsked, versionSeen } from './case-asked.ts'
import { caseTitle } from './head.tsx'
import { Correct, fieldsToCorrect, Withdraw } from './put-right.tsx'
import { whoseNow, withWhose } from './whose-typed.ts'

/** Putting an event right, or taking it back: the event as first told stays on record. */
export const putRightPages: readonly PageRoute[] = [
  ...mendPages('correct', 'corrected', correction),
  ...mendPages('withdraw', 'withdrawn', withdrawal),
]

interface Found {
  readonly case: CaseShown
  readonly event: ToldEvent
}

type Way = 'correct' | 'withdraw'
type Asks = (own: CaseAsked, found: Found) => Promise<Mend | readonly Refused[]>

function mendPages(way: Way, notice: string, mendFrom: Asks): readonly PageRoute[] {
  const path = `/cases/:caseId/events/:sequence/${way}`
  return [
    pageRoute({
      method: 'GET',
      path,
      who: 'cases.write',
      handle: async (asked) => {
        const own = caseAsked(asked)
        const found = await eventAsked(own)
        return isRefused(found) ? found : drawn(own, found, { way, faults: [] })
      },
    }),
    pageRoute({
      method: 'POST',
      path,
      who: 'cases.write',
      handle: async (asked) => {
        const own = caseAsked(asked)
        const found = await eventAsked(own)
        if (isRefused(found)) return found
        const mend = await mendFrom(own, found)
        if ('length' in mend) return drawn(own, found, { way, faults: mend.flatMap(simpleFaults) })
        const done = await mended(own, found, mend)
        if (!isRefused(done)) return { goTo: local`/cases/${own.caseId}?done=${notice}` }
        if (done.because === 'not found' || done.because === 'not allowed') return done
        return drawn(own, found, { way, faults: simpleFaults(done) })
      },
    }),
  ]
}

async function eventAsked({ store, acting, caseId, params }: CaseAsked): Promise<Found | Refused> {
  const text = params['sequence'] ?? ''
  if (!/^[1-9]\d{0,8}$/.test(text))
    return refused('not found', 'there is no such event in this case', 'go to the case and choose one')
  return readEvent(store, acting, { caseId, sequence: Number(text) })
}

function mended({ store, acting, caseId, fields }: CaseAsked, { event }: Found, mend: Mend) {
  const note = longTextIn(fields, 'note')
  return putRight(store, acting, {
    caseId,
    sequence: event.told.sequence,
    mend,
    ...(note !== '' && { words: [{ kind: 'note', text: note }] }),
    ...versionSeen(fields),
  })
}

/** What differs from what counts now; a box that was emptied takes the value away. */
async function correction(own: CaseAsked, { event }: Found): Promise<Mend | readonly Refused[]> {
  const { store } = own
  const fields = await withWhose(own, event)
  if (isFaults(fields)) return fields
  const faults: Refused[] = []
  const data: Record<string, FieldValue> = {}
  const shown = fieldsToCorrect(event, store.vocabulary)
  for (const field of shown) {
    const value = changedValue(field, fields, { event, now: store.now() })
    if (isRefused(value)) faults.push(value)
    else if (value !== undefined) data[field.name] = value
  }
  const at = textIn(fields, 'at') === '' ? event.at : momentOfAct(fields, store.now())
  if (isRefused(at)) faults.push(at)
  if (faults.length > 0) return faults
  const moved = typeof at === 'number' && !isSameMinute(at, event.at)
  if (!moved && Object.keys(data).length === 0)
    return [refused('not valid', 'nothing is different', 'change what is wrong, or go back to the case')]
  return { correct: { ...(moved && typeof at === 'number' && { at }), data } }
}

function isFaults(read: Fields | readonly Refused[]): read is readonly Refused[] {
  return Array.isArray(read)
}

/** The boxes hold no seconds, so a moment sent back as it was is the same. */
function isSameMinute(a: number, b: number): boolean {
  return Math.floor(a / 60_000) === Math.floor(b / 60_000)
}

function changedValue(
  field: FormField,
  fields: Fields,
  { event, now }: { readonly event: ToldEvent; readonly now: number },
): FieldValue | Refused | undefined {
  const was = typedFrom([field], event.data)
  if (JSON.stringify(fieldsTyped([field], fields)) === JSON.stringify(fieldsTyped([field], was)))
    return undefined
  const value = typedValue(field, fields, now)
  if (isRefused(value)) return value
  if (value === undefined && field.required === 'to record')
    return refused('not valid', 'this cannot be empty', 'fill it in', `/${field.name}`)
  return value ?? null
}

async function withdrawal({ fields }: CaseAsked): Promise<Mend | readonly Refused[]> {
  const reason = textIn(fields, 'reason')
  if (!/^[a-z][a-z-]{1,40}$/.test(reason))
    return [refused('not valid', 'no reason is chosen', 'choose why it does not count', '/reason')]
  return { withdraw: reason }
}

async function drawn(
  own: CaseAsked,
  { case: row, event }: Found,
  { way, faults }: { readonly way: Way; readonly faults: readonly Fault[] },
) {
  const { store, acting, caseId, fields, token } = own
  const title = caseTitle(row)
  const fieldsShown = fieldsToCorrect(event, store.vocabulary)
  const common = { caseId, title, event, version: row.version, faults, token }
  const note = longTextIn(fields, 'note')
  return {
    title: `${way === 'correct' ? 'Put right' : 'Withdraw'} – ${title}`,
    content:
      way === 'correct' ? (
        <Correct
          {...common}
          fields={fieldsShown}
          typed={faults.length > 0 ? fields : typedFrom(fieldsShown, event.data, event.at)}
          people={await peopleFor(store, acting, fieldsShown)}
          note={note}
          whose={await whoseNow(own, event)}
        />
      ) : (
        <Withdraw {...common} reason={textIn(fields, 'reason')} note={note} />
      ),
    back: { href: local`/cases/${caseId}`, text: title },
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}
