import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { formulaOf } from '#core/promises/measures.ts'
import { countedBlocks } from '#core/promises/plainly/counted-blocks.ts'
import { howItIsCounted } from '#core/promises/plainly/how-counted.ts'
import type { Raw } from '#http/html/raw.ts'

/** How a promise is counted: as customers are told it, and below it the exact formula in the words of the pack. */
export function HowCounted({
  of: { promise, edition },
  vocabulary,
}: {
  readonly of: PromiseOfEdition
  readonly vocabulary: Vocabulary
}): Raw {
  const blocks = countedBlocks(howItIsCounted(promise, { vocabulary, pack: edition.pack }))
  return (
    <>
      {blocks.map((block) =>
        block.kind === 'list' ? (
          <ul class="govuk-list govuk-list--bullet">
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          block.kind === 'paragraph' && <p class="govuk-body">{block.lines.join(' ')}</p>
        ),
      )}
      <details class="govuk-details govuk-!-margin-bottom-0">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">The exact formula</span>
        </summary>
        <div class="govuk-details__text">{formulaOf(promise)}</div>
      </details>
    </>
  )
}
