import type { Instant } from '#core/time/instant.ts'
import { formatInstant } from '#core/time/instant.ts'
import { documentOf } from '#http/html/jsx-runtime.ts'
import { raw } from '#http/html/raw.ts'
import type { GivenFile } from '#http/layout/page-route.ts'
import type { CopyItem } from '#store/access-requests/access-copy.ts'
import { redactedText } from '#store/access-requests/redacted.ts'
import { momentText, staffZone } from '../times.ts'
import { CopyContent } from './copy-content.tsx'

/** The copy as one page that needs nothing beside it: to be read, heard, enlarged or printed. */
export function copyFile(items: readonly CopyItem[], landlord: string, now: Instant): GivenFile {
  const title = `What ${landlord} holds about you`
  const page = documentOf(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{`Made on ${momentText(now)}. What is about other people is blacked out.`}</p>
          <CopyContent items={items} />
        </main>
      </body>
    </html>,
  )
  return given('what-we-hold.html', 'text/html; charset=utf-8', page)
}

const style =
  'body{font:1.125rem/1.5 sans-serif;color:#111;background:#fff;margin:2rem auto;max-width:40rem;padding:0 1rem;overflow-wrap:anywhere}h2{margin-top:2.5rem;border-top:1px solid #767676;padding-top:1rem}h3{margin:1.5rem 0 .25rem;font-size:1.125rem}p{margin:.25rem 0}'

/** The same for programs. */
export function copyJson(items: readonly CopyItem[], landlord: string): GivenFile {
  const held = items.map(({ section, title, at, text, hidden }) => ({
    section,
    title,
    at: at === null ? null : formatInstant(at, staffZone),
    text: redactedText(text, hidden),
  }))
  return given(
    'what-we-hold.json',
    'application/json; charset=utf-8',
    JSON.stringify({ landlord, held }, null, 2),
  )
}

function given(name: string, type: GivenFile['file']['type'], text: string): GivenFile {
  return { file: { name, type, bytes: Buffer.from(text), keep: true } }
}
