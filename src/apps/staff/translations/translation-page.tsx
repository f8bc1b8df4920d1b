import { capitalised } from '#core/capitalised.ts'
import { languageName, languageOf } from '#core/documents/plain-text-languages.ts'
import { changedPieces, inNotation } from '#core/documents/plain-text-notation.ts'
import { documentHtml } from '#http/formats/document-html.tsx'
import { FormatLinks } from '#http/formats/format-links.tsx'
import { translationDocument } from '#http/formats/translation-document.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { momentText } from '../times.ts'
import type { TranslationPageShown } from './page-shown.ts'
import { StateTag } from './translation-list.tsx'
import { WriteForm } from './write-form.tsx'

/** A translation beside its document, with what can be done with it. */
export function TranslationPage(shown: TranslationPageShown): Raw {
  const { translation, source, mayWrite } = shown
  const language = languageName(translation.language)
  return (
    <>
      <span class="govuk-caption-l">{`In ${language}`}</span>
      <h1 class="govuk-heading-l">{source?.title ?? 'No longer published'}</h1>
      {govuk.summaryList({ rows: factsOf(shown).map(([key, value]) => ({ key: { text: key }, value })) })}
      <OutOfDate {...shown} />
      <CheckForm {...shown} />
      {mayWrite && <WriteForm {...shown} />}
      {translation.text !== null && <AsItLooks {...shown} />}
    </>
  )
}

function factsOf({ translation, names }: TranslationPageShown) {
  const { state, translator, byProgram, sourceVersion, writtenAt, writtenBy, shownVersion } = translation
  const facts: readonly (readonly [string, { readonly text: string } | { readonly html: Raw }])[] = [
    ['State', { html: <StateTag state={state} /> }],
    ['Translated by', { text: translatorText(translator, byProgram) }],
    ['Made from', { text: sourceVersion === null ? 'Nothing is written yet' : capitalised(sourceVersion) }],
    ...(writtenAt === null
      ? []
      : [['Kept', { text: `${momentText(writtenAt)}, by ${nameOf(writtenBy, names)}` }] as const]),
    [
      'Anybody can read',
      { text: shownVersion === null ? 'Nothing yet' : `Version ${shownVersion} of this translation` },
    ],
  ]
  return facts
}

function translatorText(translator: string | null, byProgram: boolean): string {
  if (byProgram) return translator === null ? 'A program' : `A program: ${translator}`
  return translator ?? 'Nobody is named'
}

function nameOf(by: string | null, names: ReadonlyMap<string, string>): string {
  return names.get(by ?? '') ?? 'somebody of ours'
}

/** What the English says that it did not say when this was translated. */
function OutOfDate({ translation, source }: TranslationPageShown): Raw {
  const { isOutOfDate, isShownOutOfDate, sourceVersion, sourceNow, sourceText } = translation
  if (!isOutOfDate && !isShownOutOfDate) return <></>
  const { gone, added } =
    source === undefined || sourceText === null
      ? { gone: [], added: [] }
      : changedPieces(sourceText, inNotation(source))
  return (
    <>
      {govuk.warningText({
        text: isOutOfDate
          ? `This is out of date. It was made from ${sourceVersion ?? ''}; now it is ${sourceNow ?? 'no longer published'}. Readers of what is published are told so.`
          : 'What anybody can read is out of date until this is checked and published. They are told so.',
        iconFallbackText: 'Warning',
      })}
      <Changed title="New in the English" lines={added} />
      <Changed title="No longer in the English" lines={gone} />
    </>
  )
}

/** More lines than anybody compares by eye. */
const mostLines = 40

function Changed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): Raw {
  if (lines.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-s">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.slice(0, mostLines).map((line) => (
          <li>{line.replace(/^(#{1,3}|-|\|=?)\s*/, '')}</li>
        ))}
        {lines.length > mostLines && <li>{`and ${lines.length - mostLines} more`}</li>}
      </ul>
    </>
  )
}

function CheckForm({ translation, mayPublish, isOwn, token }: TranslationPageShown): Raw {
  const { translationId, state, revision, shownVersion } = translation
  const toCheck = state === 'to be checked'
  const mayWithdraw = mayPublish && shownVersion !== null
  if (!toCheck && !mayWithdraw) return <></>
  return (
    <>
      {toCheck && <p class="govuk-body">{checkWords(mayPublish, isOwn)}</p>}
      {mayPublish && (
        <Form action={local`/translations/${translationId}/check`} token={token}>
          <input type="hidden" name="revision" value={String(revision)} />
          <div class="govuk-button-group">
            {toCheck && !isOwn && <DoButton value="publish">Publish it</DoButton>}
            {toCheck && (
              <DoButton value="back" look="second">
                Give it back
              </DoButton>
            )}
            {mayWithdraw && (
              <DoButton value="withdraw" look="warning">
                Withdraw it
              </DoButton>
            )}
          </div>
        </Form>
      )}
    </>
  )
}

function checkWords(mayPublish: boolean, isOwn: boolean): string {
  if (mayPublish && !isOwn)
    return 'Read it below against the English. Once you publish it, anybody can read it.'
  return 'It waits for a second person who publishes and reads the language.'
}

function DoButton({
  value,
  look,
  children,
}: {
  readonly value: string
  readonly look?: 'second' | 'warning'
  readonly children: Child
}): Raw {
  return (
    <Button name="do" value={value} {...(look !== undefined && { look })}>
      {children}
    </Button>
  )
}

function AsItLooks({ translation, landlord }: TranslationPageShown): Raw {
  const { translationId, title, text, language, byProgram, sourceVersion } = translation
  const document = translationDocument(
    {
      title: title ?? '',
      text: text ?? '',
      language,
      byProgram,
      sourceVersion: sourceVersion ?? '',
      isOutOfDate: translation.isOutOfDate,
    },
    landlord,
  )
  return (
    <>
      <h2 class="govuk-heading-m">In every form</h2>
      <FormatLinks
        language={languageOf(language)?.code ?? language}
        hrefOf={(format) => local`/translations/${translationId}/as/${format}`}
      />
      <h2 class="govuk-heading-m">As it looks</h2>
      <div class="kept-paper">{documentHtml(document, { below: 'h2' })}</div>
    </>
  )
}
