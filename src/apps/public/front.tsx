import { blocksOfText } from '#core/publishing/text-blocks.ts'
import { openNow } from '#core/publishing/open-lines.ts'
import { lineInWords, nextInWords } from '#core/publishing/hours-words.ts'
import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type PublicRoute, publicRoute } from '#http/public/public-route.ts'
import { siteLinks } from '#http/public/site-links.ts'
import { blocksHtml } from '#http/public/views/ground.tsx'
import type { Site } from '#store/public/site.ts'
import { siteOf } from './needed.ts'

/** The first page of a landlord: what is open now, and the ways to everything else. */
export const frontRoute: PublicRoute = publicRoute({
  method: 'GET',
  path: '',
  cache: 'a minute',
  handle: async (asked) => {
    const site = siteOf(asked)
    if (isRefused(site)) return site
    const { landlord, store } = asked
    const now = store.now()
    const welcome = site.shown.get('front')?.texts['welcome'] ?? ''
    return {
      title: landlord.name,
      freshUntil: openNow(site.edition, now).freshUntil,
      content: (
        <>
          <h1>{`What you can expect of ${landlord.name}`}</h1>
          {welcome !== '' && blocksHtml(blocksOfText(welcome, 2))}
          {site.shown.has('hours') && <OpenNow site={site} now={now} slug={landlord.slug} />}
          <ul class="kept-ways">
            {siteLinks(landlord, site).map(({ text, href, says }) => (
              <li>
                <h2>
                  <a href={href}>{text}</a>
                </h2>
                {says !== '' && <p>{says}</p>}
              </li>
            ))}
          </ul>
        </>
      ),
    }
  },
})

/** What is open at this moment, in a line each. */
function OpenNow({
  site,
  now,
  slug,
}: {
  readonly site: Site
  readonly now: number
  readonly slug: string
}): Raw {
  const { zone } = site.edition.calendar
  return (
    <section class="kept-open-now kept-screen-only" aria-labelledby="open-now">
      <h2 id="open-now">
        <a href={local`/public/${slug}/hours`}>Open now?</a>
      </h2>
      <ul>
        {openNow(site.edition, now).lines.map((line) => (
          <li>
            <strong>{`${lineInWords(line.name)}: ${line.isOpen ? 'open' : 'closed'}.`}</strong>{' '}
            {nextInWords(line, zone, now)}
          </li>
        ))}
      </ul>
    </section>
  )
}
