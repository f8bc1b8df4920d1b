import type { Raw } from '../html/raw.ts'
import type { PublicPage } from './public-route.ts'

/** The same page in other forms and languages. */
export function OtherForms({
  formats,
  translations,
}: Required<Pick<PublicPage, 'formats' | 'translations'>>): Raw {
  if (formats.length === 0 && translations.length === 0) return <></>
  return (
    <section class="kept-other-forms" aria-labelledby="other-forms">
      <h2 class="govuk-heading-s" id="other-forms">
        This page in other forms
      </h2>
      {formats.length > 0 && (
        <ul>
          {formats.map(({ text, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {translations.length > 0 && (
        <ul>
          {translations.map(({ text, href, language }) => (
            <li lang={language} dir="auto">
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
