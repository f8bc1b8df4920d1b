import type { PlainEnglish } from '#core/letters/advice.ts'
import type { Raw } from '#http/html/raw.ts'

/** What could be said more plainly. It is advice: the letter goes as it is if whoever writes wants it so. */
export function EnglishAdvice({ found }: { readonly found: PlainEnglish }): Raw {
  const { advice, score, sentences } = found
  return (
    <section aria-labelledby="english-title">
      <h2 class="govuk-heading-m" id="english-title">
        Plain English
      </h2>
      <p class="govuk-body">{scoreWords(score, sentences)}</p>
      {advice.length > 0 && (
        <>
          <p class="govuk-body">This is advice. You decide, and it never keeps a letter from going.</p>
          <ul class="govuk-list govuk-list--bullet">
            {advice.map(({ quote, line, says }) => (
              <li>
                {`Line ${line}: `}
                <strong>{`“${quote}”`}</strong>
                {` ${says}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A score in words. */
export function scoreWords(score: number | null, sentences?: number): string {
  if (score === null) return 'There is no sentence in it to check.'
  if (score === 100) return 'It is plain: there is nothing to say about any sentence.'
  if (sentences === undefined) return `${score}% of its sentences were plain.`
  const plain = Math.round((score * sentences) / 100)
  return `${plain} of its ${sentences} sentences ${plain === 1 ? 'is' : 'are'} plain.`
}
