import { capitalised } from '#core/capitalised.ts'
import type { Document, DocumentBlock, DocumentTable } from '#core/documents/document.ts'
import { editionInWords, printedOn } from '#core/documents/leaflet.ts'
import type { Edition } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { countedBlocks } from '#core/promises/plainly/counted-blocks.ts'
import { howItIsCounted } from '#core/promises/plainly/how-counted.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { describe } from '#http/chart/describe.ts'
import { chartSvg } from '#http/reports/chart-svg.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { dayText } from '#http/page/dates.ts'
import { documentPages, type View } from '#http/public/document-pages.tsx'
import type { PublicAsked, PublicRoute } from '#http/public/public-route.ts'
import { blocksHtml } from '#http/public/views/ground.tsx'
import { notHere, siteOf } from './needed.ts'
import { periodWords } from './period-words.ts'
import { type PastFigure, pastFigures } from './report-history.ts'

/** One promise: what it means, how it is counted, and every figure that was published of it. */
export const promiseRoutes: readonly PublicRoute[] = documentPages({
  path: '/promises/:promise',
  cache: 'an hour',
  view: onePromise,
})

async function onePromise(asked: PublicAsked): Promise<View | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const { pack, from, calendar } = site.edition
  const promise = pack.promises.find(({ id }) => id === asked.params['promise'])
  if (promise === undefined) return notHere()
  const past = await pastFigures(asked, promise.id)
  if (isRefused(past)) return past
  const { slug, name } = asked.landlord
  const latest = past[0]?.report.publishedAt
  const datedOn = latest === undefined ? printedOn(pack) : calendar.zone.dayOf(latest)
  const figures = past.length === 0 ? [] : [...courseOf(past), tableOf(promise, past, site.edition)]
  const ground = { vocabulary: asked.store.vocabulary, pack }
  const meaning = meaningOf(promise, past[0], countedBlocks(howItIsCounted(promise, ground)))
  const published = [
    { kind: 'heading', level: 2, text: whatWePublished } as const,
    ...(figures.length === 0 ? [nothing] : figures),
  ]
  return {
    title: promise.promise,
    back: { text: 'Our promises', href: local`/public/${slug}/promises` },
    changedAt: Math.max(from, ...past.map(({ report }) => report.publishedAt)),
    document: documentOf(promise, { name, edition: pack.edition, datedOn }, [...meaning, ...published]),
    content: (
      <>
        <span class="govuk-caption-l">{`${promise.section} (${promise.id})`}</span>
        <h1 class="kept-public-words">{promise.promise}</h1>
        {blocksHtml(meaning)}
        {blocksHtml(published)}
        {past.length > 0 && <Reports slug={slug} past={past} />}
      </>
    ),
  }
}

const whatWePublished = 'What we published'
const dotted: DocumentBlock = { kind: 'paragraph', lines: ['The dotted line in the chart is our target.'] }
const nothing: DocumentBlock = { kind: 'paragraph', lines: ['No figure has been published yet.'] }

function meaningOf(
  promise: PackPromise,
  latest: PastFigure | undefined,
  counted: readonly DocumentBlock[],
): readonly DocumentBlock[] {
  return [
    {
      kind: 'facts',
      facts: [
        ...(latest === undefined ? [] : [{ name: 'Latest figure', value: latestWords(latest) }]),
        { name: 'Target', value: capitalised(targetText(promise)) },
        ...(promise.reading === undefined ? [] : [{ name: 'How we read it', value: promise.reading }]),
        ...(promise.reported.length === 0
          ? []
          : [{ name: 'How often we report it', value: capitalised(promise.reported.join('; ')) }]),
        ...(promise.assuredBy.length === 0
          ? []
          : [{ name: 'Who checks it', value: capitalised(promise.assuredBy.join('; ')) }]),
      ],
    },
    { kind: 'heading', level: 2, text: 'How we count it' },
    ...counted,
  ]
}

function latestWords({ report, figure }: PastFigure): string {
  return `${capitalised(figure.figureText)}, ${periodWords(report.period)}`
}

/** Its course by month up to the end of the latest report. */
function courseOf(past: readonly PastFigure[]): readonly DocumentBlock[] {
  const latest = past[0]?.figure
  const counted = latest?.points.filter(({ value }) => value !== null) ?? []
  if (latest === undefined || counted.length < 2) return []
  const { better, target, ...shown } = latest.shown
  const first = latest.points.findIndex(({ value }) => value !== null)
  const series = {
    points: latest.points.slice(first),
    shown: { ...shown, better: better ?? undefined, target: target ?? undefined },
    limits: undefined,
    signals: [],
  }
  return [
    { kind: 'chart', title: 'Month by month', alternative: describe(series), svg: chartSvg(series) },
    ...(target === null ? [] : [dotted]),
  ]
}

function tableOf(
  promise: PackPromise,
  past: readonly PastFigure[],
  { calendar: { zone } }: Edition,
): DocumentTable {
  const isRestated = past.some(({ figure }) => figure.restates !== undefined)
  return {
    kind: 'table',
    caption: 'Figures as they were published',
    columns: [
      { title: 'Period', align: 'start' },
      { title: 'Figure', align: 'end' },
      { title: 'Counted', align: 'end' },
      { title: 'Published on', align: 'start' },
      ...(isRestated ? [{ title: 'Put right', align: 'start' } as const] : []),
    ],
    rows: past.map(({ report, figure }) => [
      periodWords(report.period),
      figure.figureText,
      figure.figure.counted.toLocaleString('en-GB'),
      dayText(zone.dayOf(report.publishedAt)),
      ...(isRestated ? [restatedIn(promise, figure)] : []),
    ]),
  }
}

function restatedIn(promise: PackPromise, { restates }: PastFigure['figure']): string {
  return restates === undefined ? '' : `was ${figureText(promise, restates.figure)}: ${restates.because}`
}

function Reports({ slug, past }: { readonly slug: string; readonly past: readonly PastFigure[] }): Raw {
  return (
    <>
      <h3>The reports they stand in</h3>
      <ul>
        {past.map(({ report }) => (
          <li>
            <a href={local`/public/${slug}/reports/${report.reportId}`}>{report.title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function documentOf(
  promise: PackPromise,
  {
    name,
    edition,
    datedOn,
  }: { readonly name: string; readonly edition: string; readonly datedOn: Day | undefined },
  blocks: readonly DocumentBlock[],
): Document {
  return {
    title: `${promise.id}: ${promise.promise}`,
    language: 'en-GB',
    direction: 'ltr',
    publisher: name,
    ...(datedOn !== undefined && { datedOn }),
    version: editionInWords(edition),
    blocks,
  }
}
