import fc from 'fast-check'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { vocabulary } from './little-pack.ts'
import type { Facts } from './case-measured.ts'

/** Made-up facts of a landlord, told late, corrected and merged ones among them, and an instant as of which to measure them. */
export function landlordFacts(): fc.Arbitrary<Pick<Facts, 'told'> & { readonly asOf: number }> {
  return fc.record({
    told: fc.array(someCase(), { minLength: 1, maxLength: 4 }).map(numbered),
    asOf: fc.integer({ min: 0, max: 150 * 96 }).map((quarters) => begins + quarters * 900_000),
  })
}

const begins = Date.UTC(2026, 2, 20)
const dayLong = 86_400_000

/** Moments of a day, UTC: working time and its edges, midnight and its. */
const moments = ['00:00:00', '09:00:00', '12:30:00', '16:00:00', '22:59:59.999', '23:00:00', '23:59:59.999']

interface Happening {
  readonly type: string
  readonly data: EventData
  /** The field in which it carries a date, so many days after it. */
  readonly carries?: string
}

const happens = (type: string, data: EventData = {}, carries?: string): Happening => ({
  type,
  data,
  ...(carries !== undefined && { carries }),
})

/** Things that go together, so that a case of a few of them often comes to something. */
const walks: readonly (readonly Happening[])[] = [
  [
    happens('contact-received', { channel: 'letter' }),
    happens('contact-received', { channel: 'text', urgent: true, overrides: { 'P-6': 'office-shut' } }),
    happens('acknowledgement-sent'),
    happens('acknowledgement-sent', { by: 'system' }),
    happens('holding-reply-sent', { reason: 'waiting' }, 'newDate'),
    happens('information-requested'),
    happens('information-received'),
    happens('reply-sent', { full: true }),
    happens('reply-sent', { full: true }),
    happens('urgency-changed', { urgent: true }),
    happens('urgency-changed', { urgent: false }),
    happens('outside-our-services'),
    happens('enquiry-closed', { reason: 'withdrawn' }),
    happens('merged-into', { case: 'c0' }),
  ],
  [
    happens('appointment-requested'),
    happens('appointment-requested'),
    happens('appointment-offered', {}, 'for'),
    happens('appointment-offered', {}, 'for'),
    happens('appointment-cancelled', { by: 'customer' }),
    happens('holding-reply-sent'),
    happens('merged-into', { case: 'c1' }),
  ],
  [
    happens('account-opened'),
    happens('statement-sent'),
    happens('statement-sent'),
    happens('balance-read', { pence: 1250, weeklyRentPence: 9000 }),
    happens('balance-read', { pence: -300, weeklyRentPence: 9100 }),
    happens('account-closed'),
  ],
  [
    happens('complaint-closed'),
    happens('complaint-closed'),
    happens('satisfaction-invited'),
    happens('survey-answered', { survey: 'complaints', question: 'satisfied', answer: 'very' }),
    happens('survey-answered', { survey: 'complaints', question: 'satisfied', answer: 'hardly' }),
    happens('observation-recorded', { item: 'polite', instrument: 'audit', answer: 'yes' }),
    happens('observation-recorded', { item: 'polite', instrument: 'audit', answer: 'n-a' }),
  ],
  [
    happens('evidence-recorded', { duty: 'newsletter' }),
    happens('evidence-recorded', { duty: 'report' }),
    happens('evidence-recorded', { duty: 'assessment' }),
    happens('duty-begun', { duty: 'newsletter' }),
    happens('duty-ended', { duty: 'newsletter' }),
    happens('publication-made', { what: 'opening-hours', where: ['office', 'website'] }),
    happens('publication-withdrawn', { what: 'opening-hours', where: 'office' }),
    happens('return-recorded', { name: 'rent', value: 99.5 }),
    happens('return-recorded', { name: 'homes', value: 1200 }),
  ],
]

function someCase() {
  const step = fc.record({
    place: fc.nat(20),
    daysOn: fc.nat(14),
    moment: fc.constantFrom(...moments),
    carried: fc.integer({ min: -2, max: 12 }),
    toldLate: fc.constantFrom(0, 0, 0, 1, 20),
    mends: fc.constantFrom(0, 0, 0, 0, -5, 9),
  })
  return fc.record({
    walk: fc.constantFrom(...walks),
    startsOn: fc.nat(100),
    steps: fc.array(step, { minLength: 1, maxLength: 7 }),
  })
}

type SomeCase = ReturnType<typeof someCase> extends fc.Arbitrary<infer T> ? T : never

function numbered(cases: readonly SomeCase[]): Facts['told'] {
  return new Map(cases.map((each, place) => [`c${place}`, eventsOf(`c${place}`, each)]))
}

function eventsOf(id: string, { walk, startsOn, steps }: SomeCase): readonly CaseEvent[] {
  let on = startsOn
  const events: CaseEvent[] = []
  for (const [index, { place, daysOn, moment, carried, toldLate, mends }] of steps.entries()) {
    if (index > 0) on += daysOn
    const happening = walk[index === 0 ? 0 : place % walk.length] as Happening
    const at = Date.parse(`${dateOf(begins + on * dayLong)}T${moment}Z`)
    const recordedAt = at + toldLate * dayLong
    const dated = happening.carries && { [happening.carries]: dateOf(at + carried * dayLong) }
    const about = { case: id, kind: vocabulary.events.get(happening.type)?.kind ?? '' }
    const line = events.length + 1
    const name = `e${index}`
    events.push({
      ...about,
      type: happening.type,
      id: name,
      at,
      recordedAt,
      line,
      data: { ...happening.data, ...dated },
    })
    if (mends === 0) continue
    const data = { event: name, at: new Date(at + mends * dayLong).toISOString() }
    events.push({
      ...about,
      type: 'event-corrected',
      id: undefined,
      at: recordedAt,
      recordedAt,
      line: line + 1,
      data,
    })
  }
  return events
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
