import { assets } from '../assets/assets.ts'
import { icon } from '../assets/icon.ts'
import { govuk } from '../govuk/index.ts'
import { type Child, type Raw, raw } from '../html/raw.ts'
import { anchor, type Url } from '../html/url.ts'
import type { Fault } from './fault.ts'
import { FaultSummary } from './fault-summary.tsx'
import { Footer } from './footer.tsx'
import type { Around } from './around.ts'
import { Masthead } from './masthead.tsx'
import { Navigation, type NavigationLink } from './navigation.tsx'

/** What a page says. */
export interface PageWords {
  /** Of the window, and usually the same as the heading in the content. */
  readonly title: string
  readonly content: Child
  readonly faults?: readonly Fault[] | undefined
  /** What was just done. */
  readonly notice?: string | undefined
  /** The page that this one belongs to, to go back to. */
  readonly back?: NavigationLink | undefined
  /** Uses the whole width of a screen: for lists, diaries, and a case beside its clocks. */
  readonly wide?: boolean | undefined
  /** The stream of events that tells when what bears `data-live` should be fetched anew. */
  readonly live?: Url | undefined
}

/** A whole page: skip link, masthead, navigation, faults, content. It works without the script that it names. */
export function Page({ around, words }: { readonly around: Around; readonly words: PageWords }): Raw {
  const { title, faults = [], wide = false } = words
  const where = around.landlord === undefined ? 'Kept' : `${around.landlord} – Kept`
  const { style, script } = assets()
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${faults.length > 0 ? 'Error: ' : ''}${title} – ${where}`}</title>
        <link rel="stylesheet" href={style} />
        <link rel="icon" href={icon} type="image/svg+xml" />
        {scriptAt(script)}
      </head>
      <body class={wide ? 'govuk-template__body kept-page kept-wide' : 'govuk-template__body kept-page'}>
        {govuk.skipLink({ text: 'Skip to main content', href: anchor('main') })}
        <Masthead {...around} />
        {around.places !== undefined && <Navigation places={around.places} path={around.path} />}
        <Middle {...words} />
        <Footer landlord={around.landlord} record={around.places?.record} />
      </body>
    </html>
  )
}

/** The only script there is: the types of elements know none. */
function scriptAt(address: Url): Raw {
  return raw(`<script type="module" src="${address}"></script>`)
}

function Middle({ content, faults = [], notice, back, live }: PageWords): Raw {
  return (
    <div class="govuk-width-container">
      {back !== undefined && (
        <nav aria-label="Back">{govuk.backLink({ text: back.text, href: back.href })}</nav>
      )}
      <main id="main" class="govuk-main-wrapper" tabindex={-1} data-live-from={live}>
        <FaultSummary faults={faults} />
        {notice !== undefined &&
          govuk.notificationBanner({ type: 'success', titleText: 'Done', text: notice })}
        {content}
        {live !== undefined && <p id="kept-said" class="kept-said" role="status"></p>}
      </main>
    </div>
  )
}
