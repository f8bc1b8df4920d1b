import type { Document, DocumentBlock } from '#core/documents/document.ts'
import { editionInWords, printedOn } from '#core/documents/leaflet.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { figureText as shownText, targetText } from '#core/promises/shown-figure.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { documentPages, type View } from '#http/public/document-pages.tsx'
import type { PublicAsked, PublicRoute } from '#http/public/public-route.ts'
import { latestPublishedFigures, type PublishedFigure } from '#store/reports/published.ts'
import { siteOf } from './needed.ts'
import { periodWords } from './period-words.ts'

/** Every promise in plain words, with the figure that was published last. */
export const promisesRoutes: readonly PublicRoute[] = documentPages({
  path: '/promises',
  cache: 'an hour',
  view: allPromises,
})

async function allPromises(asked: PublicAsked): Promise<View | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const figures = await latestPublishedFigures(asked.store, asked.acting)
  if (isRefused(figures)) return figures
  const { pack, from, calendar } = site.edition
  const publishedAt = Math.max(...[...figures.values()].map((figure) => figure.publishedAt))
  const datedOn = figures.size === 0 ? printedOn(pack) : calendar.zone.dayOf(publishedAt)
  const sections = [...Map.groupBy(pack.promises, ({ section }) => section)]
  const { slug, name } = asked.landlord
  return {
    title: 'Our promises',
    changedAt: Math.max(from, publishedAt),
    document: documentOf({ publisher: name, datedOn, edition: pack.edition }, sections, figures),
    content: (
      <>
        <h1>Our promises</h1>
        <p>
          {`${pack.title}, ${editionInWords(pack.edition)}. Each promise stands here with what we published last about how we kept it.`}
        </p>
        {sections.map(([section, promises], place) => (
          <section aria-labelledby={`section-${place}`}>
            <h2 id={`section-${place}`}>{section}</h2>
            <ul class="kept-public-promises">
              {promises.map((promise) => (
                <PromiseLine slug={slug} promise={promise} figure={figures.get(promise.id)} />
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }
}

function PromiseLine({
  slug,
  promise,
  figure,
}: {
  readonly slug: string
  readonly promise: PackPromise
  readonly figure: PublishedFigure | undefined
}): Raw {
  return (
    <li id={promise.id}>
      <p class="kept-public-promises__words">
        <a class="govuk-link" href={local`/public/${slug}/promises/${promise.id}`}>
          {promise.promise}
        </a>
      </p>
      <div class="kept-public-promises__figure">
        <LatestFigure promise={promise} figure={figure} />
        {promise.target !== undefined && <span class="kept-below">{`Target: ${targetText(promise)}`}</span>}
      </div>
    </li>
  )
}

/** The figure that was published last, with its period; and beside one that was put right, what it was. */
function LatestFigure({
  promise,
  figure,
}: {
  readonly promise: PackPromise
  readonly figure: PublishedFigure | undefined
}): Raw {
  if (figure === undefined) return <span class="kept-below">No figure published yet</span>
  const { figureText, period, restates } = figure
  const isCounted = figure.figure.value !== null
  return (
    <>
      {isCounted ? <strong>{figureText}</strong> : 'Nothing to count'}
      {isCounted && promise.target?.of !== 'nothing yet' && <Verdict figure={figure} />}
      <span class="kept-below">{periodWords(period)}</span>
      {restates !== undefined && <span class="kept-below">{putRight(promise, restates)}</span>}
    </>
  )
}

function Verdict({ figure: { figure } }: { readonly figure: PublishedFigure }): Raw {
  if (figure.target === null || figure.verdict === 'nothing to count') return <></>
  const met = figure.verdict === 'met'
  return (
    <>
      {' '}
      <strong class={`govuk-tag ${met ? 'govuk-tag--green' : 'govuk-tag--red'}`}>
        {met ? 'Target met' : 'Target missed'}
      </strong>
    </>
  )
}

interface Head {
  readonly publisher: string
  /** When the latest of its figures was published. */
  readonly datedOn: Day | undefined
  readonly edition: string
}

function documentOf(
  { publisher, datedOn, edition }: Head,
  sections: readonly (readonly [string, readonly PackPromise[]])[],
  figures: ReadonlyMap<string, PublishedFigure>,
): Document {
  return {
    title: 'Our promises',
    language: 'en-GB',
    direction: 'ltr',
    publisher,
    ...(datedOn !== undefined && { datedOn }),
    version: editionInWords(edition),
    blocks: sections.flatMap(([section, promises]): readonly DocumentBlock[] => [
      { kind: 'heading', level: 2, text: section },
      {
        kind: 'list',
        items: promises.map((promise) => `${promise.promise} ${inWords(promise, figures.get(promise.id))}`),
      },
    ]),
  }
}

function inWords(promise: PackPromise, figure: PublishedFigure | undefined): string {
  const target = promise.target === undefined ? '' : `Target: ${targetText(promise)}. `
  if (figure === undefined) return `${target}No figure published yet.`
  const { period, figureText, restates } = figure
  const now = `${target}${periodWords(period)}: ${figureText}.`
  return restates === undefined ? now : `${now} ${putRight(promise, restates)}`
}

/** What was published before stands beside what holds now, in every form. */
function putRight(
  promise: PackPromise,
  { figure, because }: NonNullable<PublishedFigure['restates']>,
): string {
  return `Put right: it was published before as ${shownText(promise, figure)}. ${because}`
}
