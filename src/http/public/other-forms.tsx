import { languageOf } from '#core/documents/plain-text-languages.ts'
import type { TranslationLink } from '#store/translations/published-translations.ts'
import type { Format } from '../formats/formats.ts'
import { FormatLinks } from '../formats/format-links.tsx'
import type { Raw } from '../html/raw.ts'
import type { Url } from '../html/url.ts'

/** The same page in other forms. */
export function OtherForms({
  language,
  hrefOf,
}: {
  readonly language: string
  /** Where a form of the page is had. */
  readonly hrefOf: (format: Format['name']) => Url
}): Raw {
  return (
    <section class="kept-other-forms" aria-labelledby="other-forms">
      <h2 class="govuk-heading-s" id="other-forms">
        In other forms
      </h2>
      <FormatLinks language={language} hrefOf={hrefOf} />
    </section>
  )
}

/** The same page in other languages: above it, where whoever reads no English finds it. */
export function OtherLanguages({
  translations,
  hrefIn,
}: {
  readonly translations: readonly TranslationLink[]
  /** Where it is had in a language. */
  readonly hrefIn: (language: string) => Url
}): Raw {
  if (translations.length === 0) return <></>
  return (
    <nav class="kept-other-languages" aria-label="In other languages">
      <ul>
        {translations.map((each) => {
          const known = languageOf(each.language)
          return (
            <li lang={each.language} dir={known?.direction ?? 'ltr'}>
              <a class="govuk-link" href={hrefIn(each.language)}>
                {known?.own ?? each.language}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
