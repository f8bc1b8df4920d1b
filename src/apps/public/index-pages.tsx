import { local } from '#http/html/local.ts'
import type { PublicFile, RootRoute } from '#http/public/public-route.ts'
import { landlordsOf } from '#store/landlords.ts'

/** What belongs to no landlord alone: the list of them, and what robots are told. */
export const rootRoutes: readonly RootRoute[] = [
  {
    path: '/public',
    cache: 'an hour',
    handle: async ({ store }) => {
      const landlords = await landlordsOf(store)
      return {
        title: 'Landlords',
        content: (
          <>
            <h1>What you can expect of your landlord</h1>
            <p>Choose your landlord to see what it promises, how it did, and how to reach it.</p>
            <ul class="govuk-list govuk-list--spaced">
              {landlords.map(({ slug, name }) => (
                <li>
                  <a class="govuk-link" href={local`/public/${slug}`}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ),
      }
    },
  },
  {
    path: '/robots.txt',
    cache: 'a day',
    handle: async ({ origin }) =>
      textFile(
        'robots.txt',
        `User-agent: *\nAllow: /public\nAllow: /assets/\nDisallow: /public/*/surveys/\nDisallow: /\nSitemap: ${origin}/sitemap.xml\n`,
      ),
  },
  {
    path: '/sitemap.xml',
    cache: 'a day',
    handle: async ({ store, origin }) => {
      const landlords = await landlordsOf(store)
      const maps = landlords.map(
        ({ slug }) => `<sitemap><loc>${origin}/public/${slug}/sitemap.xml</loc></sitemap>`,
      )
      return xmlFile(
        'sitemap.xml',
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>`,
      )
    },
  },
]

/** A file of XML; what stands in it is escaped already. */
export function xmlFile(name: string, xml: string, type = 'application/xml; charset=utf-8'): PublicFile {
  const bytes = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
  return { file: { name, type, bytes } }
}

function textFile(name: string, text: string): PublicFile {
  return { file: { name, type: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(text) } }
}
