import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { ownTimeline, type Timeline } from '#core/ledger/timeline.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import { clocksOf } from '#core/promises/clocks-of.ts'
import { clockPrograms, type Edition, editionsOf } from '#core/promises/edition.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import type { Pack } from '#core/promises/pack.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { faultLine } from '#core/promises/shape/fault.ts'
import { formatDay } from '#core/time/day.ts'
import { formatInstant } from '#core/time/instant.ts'
import { kinds } from '#kinds/index.ts'
import { feed, given, instant, zone } from '#test/core/time/calendars.ts'

/** Every event there is. */
export const vocabulary = vocabularyOf(kinds)
export const known = knownEvents(vocabulary)

/** A promise as its YAML would be read: an id and one measure. */
export type Written = Readonly<Record<string, unknown>>

/** A pack in JSON, which YAML reads as well; the head is an office in England unless a test says otherwise. */
export function packText(promises: readonly Written[], head: Written = {}): string {
  const usual = {
    pack: 'made-up',
    landlord: 'Made-up Homes',
    title: 'Standards',
    edition: 'first',
    in_force_from: '2020-01-01',
    nation: 'england-and-wales',
    time_zone: 'Europe/London',
    hours: { office: 'Mon-Fri 09:00-17:00' },
  }
  const about = { section: 'Letters', subject: 'letter', promise: 'We do as we say.' }
  const listed = promises.map((promise, index) => ({ id: `P-${index + 1}`, ...about, ...promise }))
  return JSON.stringify({ ...usual, ...head, promises: listed })
}

/** The pack a test takes for granted; fails loudly with its faults. */
export function packOf(promises: readonly Written[], head: Written = {}): Pack {
  const pack = parsePack(packText(promises, head), 'pack.yaml', known)
  if ('promises' in pack) return pack
  throw new Error(`the test's pack has faults:\n${pack.map(faultLine).join('\n')}`)
}

/** One or more editions of a made-up pack with the real bank holidays. */
export function editions(...packs: readonly Pack[]): readonly Edition[] {
  return given(editionsOf(packs, feed))
}

/** What happened and when, as `['contact-received', '2026-03-02T09:00Z', {channel: 'letter'}]`. */
export type Happened = readonly [type: string, at: string, data?: EventData & { readonly id?: string }]

/** The events of a case, each recorded as it happened. */
export function story(...happened: readonly Happened[]): readonly CaseEvent[] {
  return happened.map(([type, at, data = {}], index) => {
    const { id, ...fields } = data
    const kind = vocabulary.events.get(type)?.kind ?? 'enquiry'
    return {
      case: 'c1',
      kind,
      type,
      id,
      at: instant(at),
      recordedAt: instant(at),
      line: index + 1,
      data: fields,
    }
  })
}

/** The clocks of one promise that a story makes. */
export function clocksIn(
  promise: Written,
  happened: readonly CaseEvent[] | Timeline,
  asOf: string,
  head: Written = {},
): readonly Clock[] {
  const timeline = 'events' in happened ? happened : ownTimeline('c1', happened)
  const programs = clockPrograms(editions(packOf([{ clock: promise }], head)), 'P-1')
  return clocksOf(programs, timeline, vocabulary.rereading, instant(asOf))
}

/** A clock in a line, such as `met, due 2026-03-16, stopped 2026-03-05T10:00:00+00:00`. */
export function shown(clock: Clock): string {
  const due = 'on' in clock.due ? formatDay(clock.due.on) : formatInstant(clock.due.at, zone())
  const stopped = clock.stoppedAt === undefined ? '' : `, stopped ${formatInstant(clock.stoppedAt, zone())}`
  const reason = clock.voidReason === undefined ? '' : ` for ${clock.voidReason}`
  return `${clock.outcome}${reason}, due ${due}${stopped}`
}
