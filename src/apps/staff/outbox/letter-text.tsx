import type { Raw } from '#http/html/raw.ts'
import { blocksOf } from '#http/pdf/blocks.ts'

/** What a letter says, as its page would have it: paragraphs, lists and headings. */
export function LetterText({ text }: { readonly text: string }): Raw {
  return (
    <div class="kept-letter">
      {blocksOf(text).map((block) => {
        if (block.kind === 'heading') return <h3 class="govuk-heading-s">{block.text}</h3>
        if (block.kind === 'paragraph') return <p class="govuk-body">{withBreaks(block.lines)}</p>
        return (
          <ul class="govuk-list govuk-list--bullet">
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        )
      })}
    </div>
  )
}

function withBreaks(lines: readonly string[]): readonly Raw[] {
  return lines.map((line, place) => (
    <>
      {place > 0 && <br />}
      {line}
    </>
  ))
}
