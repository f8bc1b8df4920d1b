import type { Landlord } from '#store/landlords.ts'
import { assets } from '../assets/assets.ts'
import { govuk } from '../govuk/index.ts'
import { local } from '../html/local.ts'
import type { Raw } from '../html/raw.ts'
import { anchor } from '../html/url.ts'
import { FaultSummary } from '../layout/fault-summary.tsx'
import type { PublicPage } from './public-route.ts'

/** A whole public page: skip link, whose it is, content. Nothing runs in it. */
export function PublicFrame({
  landlord,
  page,
}: {
  readonly landlord: Landlord | undefined
  readonly page: PublicPage
  /** The address of this page, so that the navigation can say where we are. */
  readonly path: string
}): Raw {
  const { title, content, language = 'en-GB', direction = 'ltr', faults = [], notice, back } = page
  return (
    <html lang={language} dir={direction} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${faults.length > 0 ? 'Error: ' : ''}${title}${landlord === undefined ? '' : ` – ${landlord.name}`}`}</title>
        <link rel="stylesheet" href={assets().style} />
      </head>
      <body class="govuk-template__body kept-page kept-public">
        {govuk.skipLink({ text: 'Skip to main content', href: anchor('main') })}
        <header class="kept-masthead">
          <div class="govuk-width-container kept-masthead__inner">
            {landlord !== undefined && (
              <a class="kept-masthead__product" href={local`/public/${landlord.slug}`}>
                {landlord.name}
              </a>
            )}
          </div>
        </header>
        <div class="govuk-width-container">
          {back !== undefined && (
            <nav aria-label="Back">{govuk.backLink({ text: back.text, href: back.href })}</nav>
          )}
          <main id="main" class="govuk-main-wrapper" tabindex={-1}>
            <FaultSummary faults={faults} />
            {notice !== undefined &&
              govuk.notificationBanner({ type: 'success', titleText: 'Done', text: notice })}
            {content}
          </main>
        </div>
      </body>
    </html>
  )
}
