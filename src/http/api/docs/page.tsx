import { documentOf, Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { anchor } from '#http/html/url.ts'
import { problemKinds } from '../../server/problem-kinds.ts'
import type { Route } from '../route.ts'
import { HowToAsk } from './how-to-ask.tsx'
import { Inline } from './inline.tsx'
import { idOf, RouteSection } from './route-section.tsx'

/** Everything the API can do, for reading: one page that needs no script. */
export function docsPage(routes: readonly Route[]): string {
  const byTag = [...Map.groupBy(routes, ({ tag }) => tag)]
  return documentOf(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>The API of Kept</title>
        <link rel="stylesheet" href={local`/api/v1/docs.css`} />
      </head>
      <body>
        <a class="skip" href={anchor('page-main')}>
          Skip to main content
        </a>
        <header class="masthead">
          <div class="width">
            <p class="landlord">Kept</p>
          </div>
        </header>
        <main id="page-main" class="width" tabindex={-1}>
          <h1>The API</h1>
          <p class="lede">
            Open cases, record what happens in them, and read which promises run, which were kept, and why.
          </p>
          <p>
            The same as <a href={local`/api/v1/openapi.json`}>OpenAPI 3.1</a>, for programs.
          </p>
          <Contents byTag={byTag} />
          <HowToAsk />
          {byTag.map(([tag, tagged]) => (
            <Fragment>
              <h2 id={tagId(tag)}>{tag}</h2>
              {tagged.map((route) => (
                <RouteSection route={route} />
              ))}
            </Fragment>
          ))}
          <Problems />
        </main>
      </body>
    </html>,
  )
}

type Tagged = readonly [tag: string, routes: readonly Route[]]

function Contents({ byTag }: { readonly byTag: readonly Tagged[] }): Raw {
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ul>
        <li>
          <a href={anchor('how-to-ask')}>How to ask</a>
        </li>
        {byTag.map(([tag, routes]) => (
          <li>
            <a href={anchor(tagId(tag))}>{tag}</a>
            <ul>
              {routes.map((route) => (
                <li>
                  <a href={anchor(idOf(route))}>{route.summary}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href={anchor('problems')}>Problems</a>
        </li>
      </ul>
    </nav>
  )
}

function tagId(tag: string): string {
  return `tag-${tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}

function Problems(): Raw {
  return (
    <Fragment>
      <h2 id="problems">Problems</h2>
      <p>
        <Inline text="What is refused is answered with problem details (RFC 9457). `type` is the address of one of these, `instance` is the request as the log knows it, and `errors` names each field with what is wrong and what to write instead." />
      </p>
      {Object.entries(problemKinds).map(([kind, { status, title, says }]) => (
        <section id={`problem-${kind}`} aria-labelledby={`problem-${kind}-title`}>
          <h3 id={`problem-${kind}-title`}>{`${title} (${status})`}</h3>
          <p>
            <Inline text={says} />
          </p>
        </section>
      ))}
    </Fragment>
  )
}
