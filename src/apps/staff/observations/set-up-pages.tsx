import { isObservedBy, type ObservedBy } from '#core/observations/instrument.ts'
import { itemsJudgedBy } from '#core/observations/observed-item.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { officesOf, teamsOf } from '#store/masters/names.ts'
import { addProgramme, type ProgrammeToAdd } from '#store/observations/programmes.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { dayFromFields, todayOf } from '../times.ts'
import { ChooseInstrument, ProgrammeForm } from './programme-form.tsx'

type Asked = PageAsked<Visitor>

/** The form of a new programme: first how it is observed, since what can be judged goes by that. */
export async function newProgrammePage(
  asked: Asked,
  faults: readonly Fault[] = [],
): Promise<PageAnswer | Refused> {
  const { fields, query, formToken, store } = asked
  const back = { text: 'Observations', href: local`/observations` }
  const instrument = textIn(fields, 'instrument') || textIn(query, 'instrument')
  if (!isObservedBy(instrument)) return { title: 'Set up a programme', back, content: <ChooseInstrument /> }
  const choices = await choicesFor(asked, instrument)
  if (isRefused(choices)) return choices
  return {
    title: 'Set up a programme',
    back,
    faults,
    content: (
      <ProgrammeForm
        instrument={instrument}
        choices={choices}
        typed={faults.length > 0 ? fields : usual(store.now())}
        chosenItems={faults.length > 0 ? listIn(fields, 'items') : choices.items.map(({ item }) => item)}
        faults={faults}
        token={formToken}
      />
    ),
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** Sets the programme up, or shows the form again with what is wrong. */
export async function addTheProgramme(asked: Asked): Promise<PageAnswer | Refused> {
  const typed = programmeTyped(asked)
  if (isRefused(typed)) return newProgrammePage(asked, [faultOf(typed)])
  const done = await addProgramme(asked.store, asked.visitor.acting, typed)
  if (!isRefused(done)) return { goTo: local`/observations/${done.programmeId}/add?done=begun` }
  return done.because === 'not allowed' ? done : newProgrammePage(asked, [faultOf(done)])
}

async function choicesFor({ store, visitor: { acting } }: Asked, instrument: ObservedBy) {
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return promises
  const editions = [...new Set(promises.map(({ edition }) => edition))].toSorted((a, b) => a.from - b.from)
  const all = promisesInForce(editions, store.now())
  const offices = (await officesOf(store, acting)).filter(({ ended }) => !ended)
  const teams = (await teamsOf(store, acting)).filter(({ ended }) => !ended)
  return {
    items: itemsJudgedBy(all, instrument),
    places: [...offices, ...teams].map(({ id, name }) => ({ value: id, label: name })),
    duties: all.flatMap((promise) =>
      promise.measure === 'recurring' && promise.clauses.duty !== undefined
        ? [{ value: promise.id, label: `${promise.id}: ${promise.promise}` }]
        : [],
    ),
  }
}

/** What the new form offers. */
export type ProgrammeChoices = Exclude<Awaited<ReturnType<typeof choicesFor>>, Refused>

/** A round of a quarter from today on. */
function usual(now: number): Fields {
  const today = todayOf(now)
  return {
    'first-on': formatDay(today),
    'last-on': formatDay(today + 90),
    wanted: '20',
    commissioned: 'landlord',
  }
}

function programmeTyped({ fields, store }: Asked): ProgrammeToAdd | Refused {
  const round = roundTyped(fields, store.now())
  if (isRefused(round)) return round
  const duty = textIn(fields, 'duty')
  const queues = textIn(fields, 'queues')
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return {
    name: textIn(fields, 'name'),
    instrument: textIn(fields, 'instrument'),
    commissionedBy: textIn(fields, 'commissioned') === 'residents' ? 'residents' : 'landlord',
    isLive: textIn(fields, 'live') === 'live',
    showsLetters: textIn(fields, 'letters') === 'yes',
    items: listIn(fields, 'items'),
    places: [...listIn(fields, 'places'), ...queues],
    ...(duty !== '' && { dutyPromise: duty }),
    ...round,
  }
}

/** The days of a round and how many are wanted, as they were typed. */
export function roundTyped(fields: Fields, now: number) {
  const firstOn = dayFromFields(fields, 'first-on', now)
  if (isRefused(firstOn)) return firstOn
  const lastOn = dayFromFields(fields, 'last-on', now)
  if (isRefused(lastOn)) return lastOn
  const wanted = textIn(fields, 'wanted')
  return {
    firstOn: firstOn ?? todayOf(now),
    lastOn: lastOn ?? (firstOn ?? todayOf(now)) + 90,
    wanted: /^\d{1,5}$/.test(wanted) ? Number(wanted) : 0,
  }
}
