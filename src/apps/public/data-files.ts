import { formulaOf } from '#core/promises/measures.ts'
import { targetText } from '#core/promises/shown-figure.ts'
import { closedBecause, hoursOn, openNow } from '#core/publishing/open-lines.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { formatInstant } from '#core/time/instant.ts'
import type { PublicAsked } from '#http/public/public-route.ts'
import { latestPublishedFigures } from '#store/reports/published.ts'
import type { Site } from '#store/public/site.ts'

/** A table of open data: what each column holds, and its rows. */
export interface DataTable {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly columns: readonly DataColumn[]
  readonly rows: (asked: PublicAsked, site: Site) => Promise<readonly DataRow[] | Refused>
}

/** A column as CSVW describes it. */
export interface DataColumn {
  readonly name: string
  readonly says: string
  readonly datatype: 'string' | 'integer' | 'decimal' | 'date' | 'dateTime' | 'boolean'
}

export type DataRow = Readonly<Record<string, string | number | boolean | null>>

/** The tables, each at its own address as JSON and as CSV. */
export const dataTables: readonly DataTable[] = [
  {
    name: 'promises',
    title: 'Promises',
    says: 'Every promise of the edition in force, in plain words.',
    columns: [
      column('id', 'The promise’s id, which stays the same in every edition.'),
      column('section', 'The section of the standards it stands in.'),
      column('subject', 'What it is about.'),
      column('promise', 'The promise in the landlord’s words to its customers.'),
      column('measure', 'How it is measured: clock, ratio, survey, check, recurring, rule or published.'),
      column('target', 'The published target; empty where there is none.'),
      column('formula', 'How its figure is worked out, in plain words.'),
      column('reading', 'How it is read where its words leave room.'),
      column('edition', 'The edition of the standards.'),
    ],
    rows: async (_asked, { edition: { pack } }) =>
      pack.promises.map((promise) => ({
        id: promise.id,
        section: promise.section,
        subject: promise.subject,
        promise: promise.promise,
        measure: promise.measure,
        target: promise.target === undefined ? null : targetText(promise),
        formula: formulaOf(promise),
        reading: promise.reading ?? null,
        edition: pack.edition,
      })),
  },
  {
    name: 'figures',
    title: 'Latest figures',
    says: 'Of each promise the figure that was published last.',
    columns: [
      column('promise', 'The promise’s id.'),
      column('from', 'The first day of the period.', 'date'),
      column('to', 'The last day of the period.', 'date'),
      column('kept', 'How many were kept; for a ratio, the sum above the line.', 'decimal'),
      column('counted', 'How many were counted; for a ratio, the sum below the line.', 'decimal'),
      column('value', 'kept divided by counted; empty where there was nothing to count.', 'decimal'),
      column('figure', 'The figure in words.'),
      column('target', 'The target in words.'),
      column('verdict', '“met”, “missed” or “nothing to count”.'),
      column('report', 'The id of the report in which it was published.'),
      column('published_at', 'When it was published.', 'dateTime'),
      column('before', 'What was published before, where the figure was put right.', 'decimal'),
    ],
    rows: figureRows,
  },
  {
    name: 'editions',
    title: 'Editions',
    says: 'Every edition of the standards.',
    columns: [
      column('edition', 'What is printed on it.'),
      column('title', 'Its title.'),
      column('in_force_from', 'The first day on which it holds.', 'date'),
      column('source', 'What it was taken from.'),
      column('promises', 'How many promises it has.', 'integer'),
    ],
    rows: async (_asked, { editions }) =>
      editions.map(({ pack }) => ({
        edition: pack.edition,
        title: pack.title,
        in_force_from: formatDay(pack.inForceFrom),
        source: pack.source,
        promises: pack.promises.length,
      })),
  },
  {
    name: 'hours',
    title: 'Opening hours',
    says: 'When each line is open, day by day, for the next two weeks.',
    columns: [
      column('line', 'The line: an office, a telephone line, the number for emergencies.'),
      column('date', 'The day.', 'date'),
      column('opens_at', 'When it opens.', 'dateTime'),
      column('closes_at', 'When it closes, which may be past midnight.', 'dateTime'),
      column(
        'closed_because',
        'Why the landlord is closed that day, where it is; this line may be open all the same.',
      ),
    ],
    rows: async ({ store }, site) => (site.shown.has('hours') ? hourRows(site, store.now()) : []),
  },
]

/** When what the hours say changes by itself. */
export function hoursFreshUntil({ edition }: Site, now: number): number {
  return openNow(edition, now).freshUntil
}

function column(name: string, says: string, datatype: DataColumn['datatype'] = 'string'): DataColumn {
  return { name, says, datatype }
}

async function figureRows({ store, acting }: PublicAsked): Promise<readonly DataRow[] | Refused> {
  const figures = await latestPublishedFigures(store, acting)
  if (isRefused(figures)) return figures
  return [...figures.values()].map(
    ({ promise, figure, figureText, period, reportId, publishedAt, restates }) => ({
      promise,
      from: formatDay(period.from),
      to: formatDay(period.to),
      kept: figure.kept,
      counted: figure.counted,
      value: figure.value,
      figure: figureText,
      target: figure.target,
      verdict: figure.verdict,
      report: reportId,
      published_at: new Date(publishedAt).toISOString(),
      before: restates?.figure.value ?? null,
    }),
  )
}

const daysAhead = 14

function hourRows({ edition }: Site, now: number): readonly DataRow[] {
  const { zone } = edition.calendar
  const today = zone.dayOf(now)
  const days = Array.from({ length: daysAhead }, (_, place): Day => today + place)
  return [...edition.pack.hours].flatMap(([line, hours]) =>
    days.flatMap((day): readonly DataRow[] => {
      const why = closedBecause(edition, day) ?? null
      const spans = hoursOn(edition, hours, day)
      const row = { line, date: formatDay(day), opens_at: null, closes_at: null, closed_because: why }
      if (spans.length === 0) return [row]
      return spans.map(({ from, to }) => ({
        ...row,
        opens_at: formatInstant(zone.instantOf(day, from), zone),
        closes_at: formatInstant(zone.instantOf(day, to), zone),
      }))
    }),
  )
}
