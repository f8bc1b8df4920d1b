import { capitalised } from '#core/capitalised.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CopyItem } from '#store/access-requests/access-copy.ts'
import { redactedText } from '#store/access-requests/redacted.ts'
import { momentText } from '../times.ts'

/** The copy as the customer reads it: a heading for each place it is from, and what is hidden blacked out. */
export function CopyContent({ items }: { readonly items: readonly CopyItem[] }): Raw {
  const sections = [...Map.groupBy(items, ({ section }) => section)]
  return (
    <>
      {sections.map(([section, of]) => (
        <section>
          <h2 class="govuk-heading-m">{capitalised(section)}</h2>
          {of.map((item) => (
            <>
              <h3 class="govuk-heading-s">
                {`${capitalised(item.title)}${item.at === null ? '' : `, ${momentText(item.at)}`}`}
              </h3>
              {linesOf(item).map((line) => (
                <p class="govuk-body">{line}</p>
              ))}
            </>
          ))}
        </section>
      ))}
    </>
  )
}

function linesOf({ text, hidden }: CopyItem): readonly string[] {
  return redactedText(text, hidden)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
