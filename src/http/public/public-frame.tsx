import type { Landlord } from '#store/landlords.ts'
import type { Site } from '#store/public/site.ts'
import { assets } from '../assets/assets.ts'
import { icon } from '../assets/icon.ts'
import { govuk } from '../govuk/index.ts'
import { local } from '../html/local.ts'
import { type Raw, raw } from '../html/raw.ts'
import { anchor } from '../html/url.ts'
import { FaultSummary } from '../layout/fault-summary.tsx'
import type { PublicLink, PublicPage } from './public-route.ts'
import { type SiteLink, siteLinks } from './site-links.ts'

/** Whose page it is, and what else it has. */
export interface PublicAround {
  readonly landlord?: Landlord
  readonly site?: Site | undefined
}

interface Framed {
  readonly around: PublicAround
  readonly page: PublicPage
  /** The address of this page, so that the navigation can say where we are. */
  readonly path: string
}

/** A whole public page: skip link, whose it is, where to go, content. Nothing runs in it. */
export function PublicFrame(framed: Framed): Raw {
  const { around, page, path } = framed
  const { title, language = 'en-GB', direction = 'ltr', alone, faults = [] } = page
  const { landlord, site } = around
  const links = landlord === undefined || alone === true ? [] : siteLinks(landlord, site)
  return (
    <html lang={language} dir={direction} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{windowTitle(title, landlord, faults.length > 0)}</title>
        <link rel="stylesheet" href={assets().style} />
        <link rel="icon" href={icon} type="image/svg+xml" />
        {landlord !== undefined && feedOf(landlord)}
      </head>
      <body class="govuk-template__body kept-page kept-public">
        {govuk.skipLink({ text: 'Skip to main content', href: anchor('main') })}
        <Head landlord={landlord} links={links} path={path} />
        <Middle {...framed} />
        <Foot landlord={landlord} links={links} />
      </body>
    </html>
  )
}

function windowTitle(title: string, landlord: Landlord | undefined, isFaulty: boolean): string {
  const whose = landlord === undefined || landlord.name === title ? '' : ` – ${landlord.name}`
  return `${isFaulty ? 'Error: ' : ''}${title}${whose}`
}

/** The types of elements know no title of a link, by which readers of feeds name it. */
function feedOf({ slug }: Landlord): Raw {
  return raw(
    `<link rel="alternate" type="application/rss+xml" title="What is new" href="${local`/public/${slug}/news.rss`}"/>`,
  )
}

function Head({
  landlord,
  links,
  path,
}: {
  readonly landlord: Landlord | undefined
  readonly links: readonly SiteLink[]
  readonly path: string
}): Raw {
  const main = links.filter(({ isMain }) => isMain)
  return (
    <>
      <header class="kept-masthead">
        <div class="govuk-width-container kept-masthead__inner">
          {landlord === undefined ? (
            <a class="kept-masthead__product" href={local`/public`}>
              Landlords
            </a>
          ) : (
            <a class="kept-masthead__product" href={local`/public/${landlord.slug}`}>
              {landlord.name}
            </a>
          )}
        </div>
      </header>
      {main.length > 0 &&
        govuk.serviceNavigation({
          classes: 'kept-navigation',
          collapseNavigationOnMobile: false,
          navigationLabel: 'Main',
          navigation: main.map(({ text, href }) => ({
            text,
            href,
            current: href === path,
            active: `${path}/`.startsWith(`${href}/`),
          })),
        })}
    </>
  )
}

function Middle({ page }: Framed): Raw {
  const { content, faults = [], notice, back, formats = [] } = page
  return (
    <div class="govuk-width-container">
      {back !== undefined && (
        <nav aria-label="Back">{govuk.backLink({ text: back.text, href: back.href })}</nav>
      )}
      <main id="main" class="govuk-main-wrapper" tabindex={-1}>
        <FaultSummary faults={faults} />
        {notice !== undefined &&
          govuk.notificationBanner({ type: 'success', titleText: 'Done', text: notice })}
        {content}
        {formats.length > 0 && <Forms links={formats} />}
      </main>
    </div>
  )
}

/** The same page as files. */
function Forms({ links }: { readonly links: readonly PublicLink[] }): Raw {
  return (
    <ul class="kept-other-forms">
      {links.map(({ text, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Foot({
  landlord,
  links,
}: {
  readonly landlord: Landlord | undefined
  readonly links: readonly SiteLink[]
}): Raw {
  return (
    <footer class="kept-footer kept-public-footer">
      <div class="govuk-width-container">
        {links.length > 0 && (
          <nav aria-label="All pages">
            <ul>
              {links.map(({ text, href }) => (
                <li>
                  <a class="govuk-link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p>
          {landlord === undefined ? 'Published with Kept.' : `${landlord.name}. Published with Kept.`} These
          pages set no cookies and do not follow you.
        </p>
      </div>
    </footer>
  )
}
