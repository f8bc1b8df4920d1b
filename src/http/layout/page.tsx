import { type Child, type Raw } from '../html/raw.ts'
import { local } from '../html/local.ts'
import { anchor, type Url } from '../html/url.ts'
import type { Fault } from './fault.ts'
import { FaultSummary } from './fault-summary.tsx'
import { Button, Form } from './form.tsx'
import { styleAddress } from './stylesheet.ts'

/** What stands around every page that staff work in. */
export interface Around {
  /** Where somebody is signed in, or on the way. */
  readonly landlord?: string | undefined
  /** Where they may go from here; empty for who is not in. */
  readonly links: readonly NavigationLink[]
  /** The address of this page, so that the navigation can say where we are. */
  readonly path: string
  /** For the button to sign out; without it there is none. */
  readonly signOutToken?: string | undefined
}

export interface NavigationLink {
  readonly text: string
  readonly href: Url
}

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

/** A whole page: skip link, masthead, faults, content. It carries no script, and no style of its own. */
export function Page({ around, words }: { readonly around: Around; readonly words: PageWords }): Raw {
  const { title, content, faults = [], notice } = words
  const where = around.landlord === undefined ? 'Kept' : `${around.landlord} – Kept`
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${faults.length > 0 ? 'Error: ' : ''}${title} – ${where}`}</title>
        <link rel="stylesheet" href={styleAddress} />
      </head>
      <body>
        <a class="skip" href={anchor('main')}>
          Skip to main content
        </a>
        <Masthead {...around} />
        <main id="main" class="width" tabindex={-1}>
          <FaultSummary faults={faults} />
          {notice !== undefined && (
            <div class="notice" role="status">
              <p>{notice}</p>
            </div>
          )}
          {content}
        </main>
      </body>
    </html>
  )
}

function Masthead({ landlord, links, path, signOutToken }: Around): Raw {
  return (
    <header class="masthead">
      <div class="width">
        <a class="product" href={local`/`}>
          Kept
        </a>
        {landlord !== undefined && <p class="landlord">{landlord}</p>}
        {(links.length > 0 || signOutToken !== undefined) && (
          <nav aria-label="Main">
            <ul>
              {links.map((link) => (
                <li>
                  <a href={link.href} aria-current={link.href === path ? 'page' : undefined}>
                    {link.text}
                  </a>
                </li>
              ))}
              {signOutToken !== undefined && (
                <li>
                  <Form action={local`/sign-out`} token={signOutToken}>
                    <Button look="plain">Sign out</Button>
                  </Form>
                </li>
              )}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}
