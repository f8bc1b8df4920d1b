import { isObservedBy } from '#core/observations/instrument.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { addProgramme, type ProgrammeToAdd } from '#store/observations/programmes.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { todayOf } from '../times.ts'
import { programmeChoices } from './programme-choices.ts'
import { ChooseInstrument, ProgrammeForm } from './programme-form.tsx'
import { roundTyped } from './round-typed.ts'

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
  const choices = await programmeChoices(asked, instrument)
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
