import { capitalised } from '#core/capitalised.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { listIn, textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { teamsOf } from '#store/masters/names.ts'
import { drawAgain, drawCases } from '#store/observations/draw.ts'
import { addPlaces, observersOf } from '#store/observations/give.ts'
import type { Round } from '#store/observations/programme-rows.ts'
import { readResults } from '#store/observations/results.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { dayFromFields, dayText, momentText, todayOf } from '../times.ts'
import { kindWords } from '../today/words.ts'
import { AddView } from './add-view.tsx'
import { DrawnAgainView } from './drawn-again.tsx'

type Asked = PageAsked<Visitor>

/** How observations are added to a round: cases drawn at random, or places. */
export async function addPage(asked: Asked, faults: readonly Fault[] = []): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, fields, formToken } = asked
  const programmeId = params['programmeId'] ?? ''
  const results = await readResults(store, visitor.acting, { programmeId })
  if (isRefused(results)) return results
  const observers = await observersOf(store, visitor.acting)
  if (isRefused(observers)) return observers
  const { programme, round } = results
  const days = { ...daysToDraw(round, todayOf(store.now())), 'due-on': formatDay(round.lastOn) }
  const usual = {
    ...days,
    kind: programme.instrument === 'call-monitoring' ? 'call' : 'enquiry',
    wanted: String(Math.max(1, Math.min(500, round.wanted - results.sheets))),
    each: '1',
  }
  return {
    title: 'Add observations',
    back: { text: programme.name, href: local`/observations/${programmeId}` },
    notice:
      textIn(query, 'done') === 'begun'
        ? 'The programme is set up. Now say which observations are to be made.'
        : undefined,
    faults,
    content: (
      <AddView
        results={results}
        observers={observers}
        teams={(await teamsOf(store, visitor.acting)).filter(({ ended }) => !ended)}
        kinds={[...store.vocabulary.kinds.values()].flatMap(({ kind, notACase }) =>
          notACase === true ? [] : [{ value: kind, label: capitalised(kindWords(kind)) }],
        )}
        typed={faults.length > 0 ? fields : usual}
        faults={faults}
        token={formToken}
      />
    ),
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** Cases of the round so far; of a round that has only begun, those of the weeks before, since it has none of its own. */
function daysToDraw({ firstOn, lastOn }: Pick<Round, 'firstOn' | 'lastOn'>, today: Day) {
  const to = Math.min(lastOn, today)
  const from = to - firstOn < weekDays ? to - weeksBefore * weekDays : firstOn
  return { from: formatDay(from), to: formatDay(to) }
}

const weekDays = 7
const weeksBefore = 13

/** Draws the sample, or shows the form again with what is wrong. */
export async function drawTheSample(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, params } = asked
  const now = store.now()
  const programmeId = params['programmeId'] ?? ''
  const [from, to, dueOn] = ['from', 'to', 'due-on'].map((name) => dayFromFields(fields, name, now))
  const fault = [from, to, dueOn].find((each) => isRefused(each))
  if (isRefused(fault)) return addPage(asked, [faultOf(fault)])
  if (typeof from !== 'number' || typeof to !== 'number')
    return addPage(asked, [{ field: 'from', says: 'Say from which day to which cases are drawn.' }])
  const [channel, team] = [textIn(fields, 'channel'), textIn(fields, 'team')]
  const drawn = await drawCases(store, visitor.acting, {
    programmeId,
    conditions: {
      kind: textIn(fields, 'kind'),
      from,
      to,
      ...(channel !== '' && { channel }),
      ...(team !== '' && { team }),
    },
    wanted: numberTyped(textIn(fields, 'wanted')),
    observers: listIn(fields, 'observers'),
    ...(typeof dueOn === 'number' && { dueOn }),
  })
  return isRefused(drawn) ? oneMore(asked, drawn) : { goTo: local`/observations/${programmeId}?done=added` }
}

/** Adds observations at places, or shows the form again with what is wrong. */
export async function addThePlaces(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, params } = asked
  const programmeId = params['programmeId'] ?? ''
  const dueOn = dayFromFields(fields, 'place-due-on', store.now())
  if (isRefused(dueOn)) return addPage(asked, [faultOf(dueOn)])
  const added = await addPlaces(store, visitor.acting, {
    programmeId,
    places: listIn(fields, 'places'),
    each: numberTyped(textIn(fields, 'each')),
    observers: listIn(fields, 'place-observers'),
    ...(dueOn !== undefined && { dueOn }),
  })
  return isRefused(added) ? oneMore(asked, added) : { goTo: local`/observations/${programmeId}?done=added` }
}

/** A sample drawn again from its seed, and whether it is the same. */
export async function drawnAgainPage({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const programmeId = params['programmeId'] ?? ''
  const again = await drawAgain(store, visitor.acting, {
    programmeId,
    round: numberTyped(params['round'] ?? ''),
    sample: numberTyped(params['sample'] ?? ''),
  })
  if (isRefused(again)) return again
  const { conditions, drawnAt } = again.sample
  return {
    title: 'Draw a sample again',
    back: { text: 'The programme', href: local`/observations/${programmeId}` },
    content: (
      <DrawnAgainView
        again={again}
        among={`${capitalised(kindWords(conditions.kind))}, ${dayText(conditions.from)} to ${dayText(conditions.to)}`}
        drawnOn={momentText(drawnAt)}
      />
    ),
  }
}

function oneMore(asked: Asked, refusal: Refused): Promise<PageAnswer | Refused> | Refused {
  return refusal.because === 'not allowed' ? refusal : addPage(asked, [faultOf(refusal)])
}

function numberTyped(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : 0
}
