import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { FrozenPromise } from '#core/reporting/frozen-report.ts'
import type { ReportKind } from '#core/reporting/report-kind.ts'
import { introduction, placeOfPromise } from '#core/reporting/report-words.ts'
import { addMonths, type Day, partsOf } from '#core/time/day.ts'
import { firstDayOf, monthOf } from '#core/time/period.ts'
import { draftReport } from '#store/reports/draft-report.ts'
import { publishReport } from '#store/reports/publish-report.ts'
import { type DraftReport, listDrafts, readDraft } from '#store/reports/read-reports.ts'
import { listPublished } from '#store/reports/published.ts'
import { sendReport } from '#store/reports/send-report.ts'
import { writeReport } from '#store/reports/write-report.ts'
import type { YearSpan } from '../year/year-span.ts'
import type { PerformanceGround } from './ground.ts'

/** How far a report of the demonstration has come. */
interface ReportMade {
  readonly kind: ReportKind
  /** A day of its period. */
  readonly on: Day
  readonly as: 'published' | 'to be checked' | 'drafted'
}

/**
 * The last two quarters of the year are out, a panel’s pack waits to be checked, and the annual report is being written, or where
 * the landlord’s year is not over, what was kept in it so far.
 */
function madeIn({ ends }: YearSpan): readonly ReportMade[] {
  const month = monthOf(ends + 1)
  const on = firstDayOf(month - (month % 3)) - 1
  return [
    { kind: 'quarterly', on: addMonths(on, -3), as: 'published' },
    { kind: 'quarterly', on, as: 'published' },
    { kind: 'scrutiny-pack', on, as: 'to be checked' },
    { kind: partsOf(on).month === 3 ? 'annual' : 'newsletter', on, as: 'drafted' },
  ]
}

/** Reports made by two people: one writes, another checks. What is there already is left as it is. */
export async function recordReports(ground: PerformanceGround): Promise<Refused | undefined> {
  const { store, acting } = ground
  const drafts = await listDrafts(store, acting)
  if (isRefused(drafts)) return drafts
  const published = await listPublished(store, acting)
  if (isRefused(published)) return published
  if (published.length > 0 && drafts.length > 1) return undefined
  for (const each of madeIn(ground.year)) {
    const failed = await make(ground, each)
    if (failed !== undefined) return failed
  }
  return undefined
}

async function make(ground: PerformanceGround, { kind, on, as }: ReportMade): Promise<Refused | undefined> {
  const { store, box } = ground
  const writer = somebody(ground, 'performance officer')
  const drafted = await draftReport(store, writer, { kind, month: monthOf(on) })
  // A start that was cut off left it there.
  if (isRefused(drafted)) return drafted.because === 'already there' ? undefined : drafted
  const draft = await readDraft(store, writer, drafted)
  if (isRefused(draft)) return draft
  const typed = { words: wordsFor(draft), openedAt: store.now() }
  const written = await writeReport(store, writer, { ...drafted, typed })
  if (isRefused(written) || as === 'drafted') return isRefused(written) ? written : undefined
  const sent = await sendReport(store, writer, drafted)
  if (isRefused(sent) || as === 'to be checked') return isRefused(sent) ? sent : undefined
  const checker = somebody(ground, 'publisher')
  const checked = await readDraft(store, checker, drafted)
  if (isRefused(checked)) return checked
  const out = await publishReport(store, checker, box, { ...drafted, seen: checked.seen })
  return isRefused(out) ? out : undefined
}

function somebody({ acting: { landlord }, staffIds }: PerformanceGround, role: Role): Acting {
  const staffId = staffIds.get(role) ?? role
  return { landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
}

/** An introduction, and words about what was missed. */
function wordsFor({ content: { promises } }: DraftReport): ReadonlyMap<string, string> {
  const missed = promises.filter(({ figure }) => figure.verdict === 'missed')
  const kept = promises.filter(({ standing }) => standing === 'kept' || standing === 'signal')
  const words = new Map([
    [
      introduction,
      `We kept ${kept.length} of our promises and missed ${missed.length}.\n\nBelow you find each of them. Where we missed one, we say why and what we do about it.`,
    ],
  ])
  for (const [index, promise] of missed.slice(0, mostWorded).entries()) {
    words.set(placeOfPromise(promise.promise, 'why'), whyOf(promise, index))
    words.set(placeOfPromise(promise.promise, 'doing'), doing[index % doing.length] ?? '')
  }
  return words
}

const mostWorded = 4

function whyOf({ figure }: FrozenPromise, index: number): string {
  const late = figure.counted - figure.kept
  const so = figure.overdue > 0 ? ` Still waiting at the end: ${figure.overdue}.` : ''
  return `${reasons[index % reasons.length]} It was missed ${late === 1 ? 'once' : `${late} times`}.${so}`
}

const reasons = [
  'Two posts were empty for most of this time.',
  'The winter storms brought more work in a week than we have in a month.',
  'Work passed between two teams, and the time ran on while it did.',
  'We answered most of these in time, but did not say when we would be back.',
]

const doing = [
  'Both posts are filled now. New colleagues take calls from the first of next month.',
  'We have agreed with our contractors that more of their people stand by when storms are forecast.',
  'From now on the team that takes a case keeps it until it is answered.',
  'The letter that we send first now says by when you hear from us again.',
]
