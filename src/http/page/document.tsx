import { createHash } from 'node:crypto'
import { type Child, type Raw, raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { style } from './style/index.ts'

/** The frame of a page that stands alone in one file. Its policy forbids everything but its own style sheet. */
export function Document({ title, landlord, children }: DocumentProps): Raw {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <a class="skip" href={anchor('page-main')}>
          Skip to the figures
        </a>
        <header class="masthead">
          <div class="width">
            <p class="landlord">{landlord}</p>
          </div>
        </header>
        <main id="page-main" class="width" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

interface DocumentProps {
  readonly title: string
  readonly landlord: string
  readonly children: Child
}

const digest = createHash('sha256').update(style).digest('base64')

const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`
