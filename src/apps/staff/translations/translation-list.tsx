import { languageName, languages } from '#core/documents/plain-text-languages.ts'
import type { DocumentSource } from '#http/formats/sources.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { TranslationShown } from '#store/translations/translation-row.ts'
import { stateWords } from './state-words.ts'

export interface Listed extends TranslationShown {
  readonly isOutOfDate: boolean
  readonly isShownOutOfDate: boolean
}

/** Every translation there is, by document; and a form that asks for another. */
export function TranslationList({
  translations,
  sources,
  chosen,
  faults,
  token,
}: {
  readonly translations: readonly Listed[]
  readonly sources: readonly DocumentSource[]
  readonly chosen: { readonly document: string; readonly language: string }
  readonly faults: readonly Fault[]
  /** Of the form, for who may ask for one. */
  readonly token?: string | undefined
}): Raw {
  const titles = new Map(sources.map(({ document, title }) => [document, title]))
  return (
    <>
      <h1 class="govuk-heading-l">Translations</h1>
      <p class="govuk-body">
        What you publish, as whole documents in other languages. A second person checks each before anybody
        can read it, and each is marked as out of date when its English document changes.
      </p>
      {translations.length === 0 ? (
        <p class="govuk-body">Nothing is translated yet.</p>
      ) : (
        <Table translations={translations} titles={titles} />
      )}
      {token !== undefined && <AskForm sources={sources} chosen={chosen} faults={faults} token={token} />}
    </>
  )
}

function Table({
  translations,
  titles,
}: {
  readonly translations: readonly Listed[]
  readonly titles: ReadonlyMap<string, string>
}): Raw {
  return (
    <Scrolled label="Translations">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">Translations by document</caption>
        <TableHead columns={['Document', 'Language', 'State', 'Does it still say the same?']} />
        <tbody class="govuk-table__body">
          {translations.map((each) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={local`/translations/${each.translationId}`}>
                  {`${titles.get(each.document) ?? 'No longer published'}, in ${languageName(each.language)}`}
                </a>
              </th>
              <td class="govuk-table__cell">{languageName(each.language)}</td>
              <td class="govuk-table__cell">
                <StateTag state={each.state} />
              </td>
              <td class="govuk-table__cell">{datedText(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

/** The tag of a state. */
export function StateTag({ state }: Pick<TranslationShown, 'state'>): Raw {
  const { text, colour } = stateWords[state]
  return govuk.tag({ text, classes: colour })
}

function datedText({ isOutOfDate, isShownOutOfDate, sourceVersion, shownVersion, state }: Listed): string {
  if (isShownOutOfDate && state !== 'published')
    return isOutOfDate
      ? 'Out of date: the document has changed'
      : 'What is published is out of date until this is'
  if (isOutOfDate) return 'Out of date: the document has changed'
  if (sourceVersion === null) return ''
  return shownVersion === null ? `As ${sourceVersion}` : `Yes, as ${sourceVersion}`
}

function AskForm({
  sources,
  chosen,
  faults,
  token,
}: {
  readonly sources: readonly DocumentSource[]
  readonly chosen: { readonly document: string; readonly language: string }
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Ask for a translation</h2>
      <Form action={local`/translations`} token={token}>
        <Select
          name="document"
          label="Document"
          choices={[
            { value: '', label: 'Choose a document' },
            ...sources.map(({ document, title }) => ({ value: document, label: title })),
          ]}
          chosen={chosen.document}
          faults={faults}
        />
        <Select
          name="language"
          label="Language"
          choices={[
            { value: '', label: 'Choose a language' },
            ...languages.map(({ code, name, own }) => ({ value: code, label: `${name} – ${own}` })),
          ]}
          chosen={chosen.language}
          faults={faults}
        />
        <Button>Ask for it</Button>
      </Form>
    </>
  )
}
