import { capitalised } from '#core/capitalised.ts'
import { editionInWords, leafletOf, printedOn } from '#core/documents/leaflet.ts'
import type { Edition } from '#core/promises/edition.ts'
import type { Landlord } from '#store/landlords.ts'
import { documentHtml } from '../../formats/document-html.tsx'
import { saidBy } from '../../formats/said-by.ts'
import { local } from '../../html/local.ts'
import type { Raw } from '../../html/raw.ts'
import { dayText } from '../../page/dates.ts'
import type { View } from '../document-pages.tsx'
import { leafletShown } from '../leaflet-shown.ts'
import type { ViewGround } from './ground.tsx'

/** The leaflet of the standards in the edition in force, and the ways to the others. */
export function leafletView({ landlord, site, shown }: ViewGround): View {
  const document = leafletShown(site.edition, shown)
  return {
    title: document.title,
    document,
    recorded: { document: 'leaflet', source: saidBy(document) },
    changedAt: shown.shownAt === undefined ? undefined : Math.max(shown.shownAt, site.edition.from),
    content: (
      <>
        {documentHtml(document)}
        <Editions landlord={landlord} editions={site.editions} current={site.edition} />
      </>
    ),
  }
}

/** One edition as it was, whatever is in force now. */
export function editionView(landlord: Landlord, edition: Edition, editions: readonly Edition[]): View {
  const document = leafletOf(edition)
  return {
    title: `${document.title}, ${editionInWords(edition.pack.edition)}`,
    document,
    content: (
      <>
        {editions[0] !== edition && (
          <p class="govuk-inset-text">
            {'This is an earlier edition. '}
            <a href={local`/public/${landlord.slug}/leaflet`}>Read the one in force now</a>.
          </p>
        )}
        {documentHtml(document)}
        <Editions landlord={landlord} editions={editions} current={edition} />
      </>
    ),
  }
}

function Editions({
  landlord: { slug },
  editions,
  current,
}: {
  readonly landlord: Landlord
  readonly editions: readonly Edition[]
  readonly current: Edition
}): Raw {
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">Editions</h2>
      <ul>
        {editions.map((edition, place) => {
          const { pack } = edition
          return (
            <li>
              <a
                href={local`/public/${slug}/leaflet/${pack.edition}`}
                aria-current={edition === current ? 'true' : undefined}
              >
                {editionSays(pack)}
              </a>
              {place === 0 && ' (in force now)'}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function editionSays(pack: Edition['pack']): string {
  const named = capitalised(editionInWords(pack.edition))
  const from = printedOn(pack)
  return from === undefined ? named : `${named}, in force from ${dayText(from)}`
}
