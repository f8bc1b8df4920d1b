import type { Document, DocumentBlock } from '#core/documents/document.ts'
import type { Standing } from '#core/promises/attention.ts'
import { numberText } from '#core/promises/percent.ts'
import type { FrozenPromise, FrozenReport } from '#core/reporting/frozen-report.ts'
import { reportDefinitions } from '#core/reporting/report-kind.ts'
import { describe } from '#http/chart/describe.ts'
import { seriesOfPoints, valuesOf } from '#http/chart/series.ts'
import { chartSvg } from './chart-svg.ts'
import { aboutReport, dateIn, dayIn, factsOf, resultWords } from './report-facts.ts'

/** A report that is not published yet, as it would be: without the digest, which it is given when it is published. */
export function draftDocument(frozen: FrozenReport): Document {
  const document = reportDocument(frozen, { name: frozen.landlord })
  return { ...document, blocks: [...document.blocks.slice(0, -1), aboutReport(frozen, { isDraft: true })] }
}

/** A report as a document, for a page, a PDF and every other form. */
export function reportDocument(frozen: FrozenReport, landlord: { readonly name: string }): Document {
  const forPanel = reportDefinitions[frozen.report].readers === 'panel'
  return {
    title: frozen.title,
    language: 'en-GB',
    direction: 'ltr',
    publisher: landlord.name,
    datedOn: dayIn(frozen, frozen.asOf),
    version: `version ${frozen.version}`,
    blocks: [
      ...restated(frozen),
      ...paragraphs(frozen.introduction),
      ...atAGlance(frozen),
      ...chartsInWords(frozen),
      ...complaints(frozen),
      ...(forPanel ? byAttention(frozen) : bySection(frozen)),
      ...workings(frozen),
      heading(2, 'About this report'),
      aboutReport(frozen),
    ],
  }
}

function heading(level: 2 | 3, text: string): DocumentBlock {
  return { kind: 'heading', level, text }
}

/** What an officer wrote: a blank line begins a paragraph, and lines that begin with a dash are a list. */
function paragraphs(text: string): readonly DocumentBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      lines.every((line) => /^[-•*] /.test(line))
        ? { kind: 'list', items: lines.map((line) => line.slice(2).trim()) }
        : { kind: 'paragraph', lines },
    )
}

/** The old figure stands beside the new one, with the reason. */
function restated(frozen: FrozenReport): readonly DocumentBlock[] {
  const { restates, promises } = frozen
  if (restates === undefined) return []
  const changed = promises.filter((promise) => promise.restates !== undefined)
  return [
    heading(2, 'What is put right'),
    {
      kind: 'paragraph',
      lines: [
        `This is version ${frozen.version}. It takes the place of version ${restates.version}, published on ${dateIn(frozen, restates.publishedAt)}.`,
      ],
    },
    ...paragraphs(restates.because),
    ...(changed.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Figures that are other ones now',
            columns: [
              { title: 'Clause', align: 'start' },
              { title: 'What we promise', align: 'start' },
              { title: 'Published before', align: 'end' },
              { title: 'Now', align: 'end' },
            ],
            rows: changed.map(({ promise, says, restates: old, figureText, figure }) => [
              promise,
              says,
              old === undefined ? '' : `${old.figureText}${countedOf(old.figure)}`,
              `${figureText}${countedOf(figure)}`,
            ]),
          } as const,
        ]),
  ]
}

function countedOf({ kept, counted }: FrozenPromise['figure']): string {
  return counted === 0 ? '' : ` (${numberText(kept)} of ${numberText(counted)})`
}

function atAGlance({ promises }: FrozenReport): readonly DocumentBlock[] {
  const count = (...standings: readonly Standing[]) =>
    numberText(promises.filter(({ standing }) => standings.includes(standing)).length)
  return [
    heading(2, 'At a glance'),
    {
      kind: 'facts',
      facts: [
        { name: 'Promises in this report', value: numberText(promises.length) },
        { name: 'Kept', value: count('kept', 'signal') },
        { name: 'Missed', value: count('missed') },
        { name: 'Not missed, but something is overdue', value: count('overdue') },
        { name: 'Nothing to count', value: count('nothing to count') },
      ],
    },
  ]
}

/** What the lines and marks of the charts below say, where there are any. */
function chartsInWords({ promises }: FrozenReport): readonly DocumentBlock[] {
  const drawn = promises.filter((promise) => asksForAttention(promise) || hasWords(promise)).flatMap(chart)
  if (drawn.length === 0) return []
  return [
    heading(2, 'How to read the charts'),
    {
      kind: 'paragraph',
      lines: [
        'The line straight across is the mean. Between the dashed lines a month is up or down no more than chance makes. A dotted line is the target. A mark that is not round shows what chance alone seldom makes.',
      ],
    },
  ]
}

function complaints({ complaints: counted }: FrozenReport): readonly DocumentBlock[] {
  if (counted === undefined) return []
  return [
    heading(2, 'Complaints'),
    {
      kind: 'facts',
      facts: [
        { name: 'Received', value: numberText(counted.received) },
        { name: 'Answered', value: numberText(counted.answered) },
        { name: 'Of those, upheld wholly or in part', value: numberText(counted.upheld) },
        { name: 'Still open at the end', value: numberText(counted.openAtEnd) },
      ],
    },
  ]
}

/** For a panel: what needs attention first, each by itself, and then the rest as a table. */
function byAttention({ promises, sections }: FrozenReport): readonly DocumentBlock[] {
  const pressing = promises.filter(asksForAttention)
  const rest = promises.filter((promise) => !asksForAttention(promise))
  return [
    heading(2, 'What needs attention'),
    ...(pressing.length === 0
      ? [{ kind: 'paragraph', lines: ['No promise was missed, and nothing is overdue.'] } as const]
      : [
          table('Promises that need attention, the most pressing first', pressing),
          ...pressing.flatMap(inFull),
        ]),
    ...sections
      .filter(({ words }) => words !== '')
      .flatMap(({ name, words }) => [heading(2, name), ...paragraphs(words)]),
    heading(2, 'All other promises'),
    ...(rest.length === 0 ? [] : [table('All other promises', rest)]),
    ...rest.filter(hasWords).flatMap(inFull),
  ]
}

/** For everybody: by section, as the standards have them. */
function bySection({ promises, sections }: FrozenReport): readonly DocumentBlock[] {
  return sections.flatMap(({ name, words }) => {
    const own = promises.filter(({ section }) => section === name)
    return [
      heading(2, name),
      ...paragraphs(words),
      table(`How we did: ${name}`, own),
      ...own.filter((promise) => asksForAttention(promise) || hasWords(promise)).flatMap(inFull),
    ]
  })
}

function asksForAttention({ standing }: FrozenPromise): boolean {
  return standing === 'missed' || standing === 'overdue' || standing === 'signal'
}

function hasWords({ why, doing }: FrozenPromise): boolean {
  return why !== '' || doing !== ''
}

function table(caption: string, promises: readonly FrozenPromise[]): DocumentBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'Clause', align: 'start' },
      { title: 'What we promise', align: 'start' },
      { title: 'Figure', align: 'end' },
      { title: 'Target', align: 'start' },
      { title: 'Result', align: 'start' },
    ],
    rows: promises.map(({ promise, says, figureText, targetText, standing, restates }) => [
      promise,
      says,
      restates === undefined ? figureText : `${figureText} (published before: ${restates.figureText})`,
      targetText,
      resultWords[standing],
    ]),
  }
}

/** A promise by itself: its numbers, its course, why it came to this and what is done about it. */
function inFull(promise: FrozenPromise): readonly DocumentBlock[] {
  const { why, doing } = promise
  return [
    heading(3, `${promise.promise}: ${promise.says}`),
    { kind: 'paragraph', lines: [`${resultWords[promise.standing]}: ${promise.figureText}.`] },
    factsOf(promise),
    ...chart(promise),
    ...wordsOf('Why it came to this', why),
    ...wordsOf('What we do about it', doing),
  ]
}

/** A few words stand beside their name; more have paragraphs of their own below it. */
function wordsOf(name: string, text: string): readonly DocumentBlock[] {
  if (text === '') return []
  const blocks = paragraphs(text)
  const [first, ...rest] = blocks
  return first?.kind === 'paragraph'
    ? [{ kind: 'facts', facts: [{ name, value: first.lines.join(' ') }] }, ...rest]
    : [{ kind: 'paragraph', lines: [name] }, ...blocks]
}

/** Fewer points than this show no course. */
const fewestPoints = 3

function chart({ promise, points, shown }: FrozenPromise): readonly DocumentBlock[] {
  const { unit, per, better, target } = shown
  const first = points.findIndex(({ value }) => value !== null)
  const series = seriesOfPoints(first < 0 ? [] : points.slice(first), {
    unit,
    per,
    better: better ?? undefined,
    target: target ?? undefined,
  })
  if (valuesOf(series).length < fewestPoints) return []
  return [
    { kind: 'chart', title: `${promise} by month`, alternative: describe(series), svg: chartSvg(series) },
  ]
}

function workings({ promises, notes }: FrozenReport): readonly DocumentBlock[] {
  return [
    heading(2, 'How the figures are worked out'),
    {
      kind: 'paragraph',
      lines: [
        'A promise that was due and not kept counts as missed, also while it is still overdue. What is still in time is not counted yet.',
      ],
    },
    {
      kind: 'table',
      caption: 'How each figure is worked out',
      columns: [
        { title: 'Clause', align: 'start' },
        { title: 'Working', align: 'start' },
      ],
      rows: promises.map(({ promise, formula, reading }) => [
        promise,
        reading === null ? formula : `${formula} ${reading}`,
      ]),
    },
    ...(notes.length === 0 ? [] : [{ kind: 'list', items: notes } as const]),
  ]
}
