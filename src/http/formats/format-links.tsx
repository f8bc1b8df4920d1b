import { Select } from '#http/layout/form.tsx'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { colours, largePrintSizes } from './colours.ts'
import { type Format, formatsFor } from './formats.ts'
import { govuk } from '../govuk/index.ts'

/** Every form in which a document can be had here, large print with its choices. `first` is what its reader asked for. */
export function FormatLinks({
  language,
  hrefOf,
  without = [],
  first,
}: {
  readonly language: string
  readonly hrefOf: (format: Format['name']) => Url
  readonly without?: readonly Format['name'][]
  readonly first?: { readonly format: Format['name']; readonly because: string } | undefined
}): Raw {
  const there = formatsFor(language).filter(({ name }) => !without.includes(name))
  const wanted = there.find(({ name }) => name === first?.format)
  const links = there.filter((format) => format !== wanted && format.name !== 'large-print')
  return (
    <div class="kept-formats">
      {wanted !== undefined && first !== undefined && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{first.because}</p>
          {wanted.name === 'large-print' ? (
            <LargePrint href={hrefOf('large-print')} />
          ) : (
            govuk.button({ text: wanted.says, href: hrefOf(wanted.name) })
          )}
        </div>
      )}
      <ul class="govuk-list">
        {links.map(({ name, says }) => (
          <li>
            <a class="govuk-link" href={hrefOf(name)}>
              {says}
            </a>
          </li>
        ))}
      </ul>
      {wanted?.name !== 'large-print' && !without.includes('large-print') && (
        <details class="govuk-details kept-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Large print</span>
          </summary>
          <div class="govuk-details__text">
            <LargePrint href={hrefOf('large-print')} />
          </div>
        </details>
      )}
    </div>
  )
}

const steps = 2

function LargePrint({ href }: { readonly href: Url }): Raw {
  const { least, most, usual } = largePrintSizes
  const sizes = Array.from({ length: (most - least) / steps + 1 }, (_, place) => least + place * steps)
  return (
    <form action={href} method="get" class="kept-large-print">
      <Select
        name="size"
        label="Size of letters"
        choices={sizes.map((size) => ({ value: String(size), label: `${size} points` }))}
        chosen={String(usual)}
      />
      <Select
        name="colours"
        label="Colours"
        choices={Object.keys(colours).map((value) => ({ value, label: value }))}
        chosen="black on white"
      />
      {govuk.button({ text: 'Make large print', classes: 'govuk-button--secondary' })}
    </form>
  )
}
