import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'

/** The codes, which are shown this once, and a way on. */
export function RecoveryCodes({
  codes,
  next,
}: {
  readonly codes: readonly string[]
  readonly next: Url
}): Raw {
  return (
    <>
      <h1>Keep these recovery codes</h1>
      <p>
        If you lose your telephone, each of them lets you sign in once instead of a code from the app. Print
        them or write them down, and keep them where others do not look. They are not shown again.
      </p>
      <ul class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {govuk.button({ text: 'I have kept them', href: next })}
    </>
  )
}
