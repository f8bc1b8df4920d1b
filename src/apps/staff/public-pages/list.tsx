import { capitalised } from '#core/capitalised.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import type { PlaceStanding } from '#core/publishing/standing.ts'
import { type PlacedPage, pagesFor } from '#core/publishing/site-pages.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { pageAddress } from '#http/public/site-links.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { Visitor } from '#store/people/sessions.ts'
import { listPublishedPromises, type PublishedPromise } from '#store/public/publications.ts'
import { readSite, type Site } from '#store/public/site.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { dayText, todayOf } from '../times.ts'

/** Every page that can be put on show, and every promise that something is shown. */
export async function listPages(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const { acting, landlord } = visitor
  const site = await readSite(store, acting)
  if (isRefused(site)) return site
  const promises = await listPublishedPromises(store, acting)
  if (isRefused(promises)) return promises
  return {
    title: 'Public pages',
    wide: true,
    notice: notices[textIn(query, 'done')],
    content: (
      <>
        <PerformancePlaces asked={asked} current="/public-pages" />
        <h1 class="govuk-heading-l">Public pages</h1>
        <p class="govuk-body">
          {'What anybody can read about us, without signing in: '}
          <a class="govuk-link" href={local`/public/${landlord.slug}`}>
            our public pages
          </a>
          .
        </p>
        <PagesTable site={site} slug={landlord.slug} />
        <PromisesTable promises={promises} today={todayOf(store.now())} />
      </>
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  shown: 'It is on record that it is shown there.',
  down: 'It is on record that it was taken down.',
}

function PagesTable({ site, slug }: { readonly site: Site; readonly slug: string }): Raw {
  return (
    <Scrolled label="Pages of the website">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Pages of the website</caption>
        <TableHead columns={['Page', 'What customers find there', 'On show']} />
        <tbody class="govuk-table__body">
          {pagesFor(site.edition.pack.promises).map((page) => (
            <PageRow page={page} site={site} slug={slug} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function PageRow({
  page: { name, title, says },
  site,
  slug,
}: {
  readonly page: PlacedPage
  readonly site: Site
  readonly slug: string
}): Raw {
  const shown = site.shown.get(name)
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={local`/public-pages/${name}`}>
          {title}
        </a>
      </th>
      <td class="govuk-table__cell">{says}</td>
      <td class="govuk-table__cell">
        {shown === undefined ? (
          <strong class="govuk-tag govuk-tag--grey">Not on show</strong>
        ) : (
          <>
            <strong class="govuk-tag govuk-tag--green">On show</strong>{' '}
            <a class="govuk-link" href={pageAddress(slug, name)}>
              {'See it'}
              <span class="govuk-visually-hidden">{`: ${title}`}</span>
            </a>
            <span class="kept-below">{`Version ${shown.version}, dated ${dayText(shown.datedOn)}`}</span>
          </>
        )}
      </td>
    </tr>
  )
}

function PromisesTable({
  promises,
  today,
}: {
  readonly promises: readonly PublishedPromise[]
  readonly today: number
}): Raw {
  if (promises.length === 0) return <></>
  const kept = promises.filter(({ isKept }) => isKept).length
  return (
    <>
      <h2 class="govuk-heading-m">What we promised to show</h2>
      <p class="govuk-body">
        {`Of ${promises.length} promises that something is shown, ${kept} are kept today: it is shown in every place, and is not too old.`}
      </p>
      <Scrolled label="Promises that something is shown">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">
            Promises that something is shown
          </caption>
          <TableHead columns={['Promise', 'What', 'Where, and since when']} />
          <tbody class="govuk-table__body">
            {promises.map(({ promise, places }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={local`/promises/${promise.id}`}>
                    {promise.promise}
                  </a>{' '}
                  <span class="kept-clause">{promise.id}</span>
                </th>
                <td class="govuk-table__cell">{capitalised(inPlainWords(promise.clauses.what))}</td>
                <td class="govuk-table__cell">
                  <ul class="govuk-list kept-places-shown">
                    {places.map((place) => (
                      <Place what={promise.clauses.what} place={place} today={today} />
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  )
}

function Place({
  what,
  place,
  today,
}: {
  readonly what: string
  readonly place: PlaceStanding
  readonly today: number
}): Raw {
  const { where, isShown } = place
  return (
    <li>
      <strong class={`govuk-tag ${isShown ? 'govuk-tag--green' : 'govuk-tag--red'}`}>
        {isShown ? 'Shown' : 'Not shown'}
      </strong>{' '}
      <a class="govuk-link" href={local`/public-pages/elsewhere/${what}/${where}`}>
        {capitalised(inPlainWords(where))}
        <span class="govuk-visually-hidden">{`: ${inPlainWords(what)}`}</span>
      </a>
      <span class="kept-below">{sinceWhen(place, today)}</span>
    </li>
  )
}

/** A page of ours has versions, and what is on paper has editions. */
function editionWords(edition: string): string {
  return edition.startsWith('version-') ? inPlainWords(edition) : `edition ${edition}`
}

/** Since when something is shown, and for how long it counts: “Since 2 March 2026, current until 1 March 2027”. */
export function sinceWhen({ since, currentUntil, over, edition }: PlaceStanding, today: number): string {
  if (since === undefined) return 'Never recorded'
  const printed = edition === undefined ? '' : ` (${editionWords(edition)})`
  const from = `${over === undefined ? 'Since' : 'Shown on'} ${dayText(since)}${printed}`
  if (over === 'taken down') return `${from}, taken down since`
  if (over === 'too old') return `${from}, too old since ${dayText((currentUntil ?? today) + 1)}`
  return currentUntil === undefined ? from : `${from}, current until ${dayText(currentUntil)}`
}
