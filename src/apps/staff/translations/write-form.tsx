import { languageName, languageOf } from '#core/documents/plain-text-languages.ts'
import { inNotation } from '#core/documents/plain-text-notation.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { errorAt, hintOf } from '#http/layout/form/parts.ts'
import { Button, Checkbox, Field, Form } from '#http/layout/form.tsx'
import type { TranslationPageShown } from './page-shown.ts'

/** Longer than any document of a landlord. */
const longest = 100_000

/** The document and its translation side by side, each in its own language and direction. */
export function WriteForm(shown: TranslationPageShown): Raw {
  const { translation, source, token, faults } = shown
  const { translationId, revision, state } = translation
  const typed = shown.typed ?? {
    title: translation.title ?? '',
    text: translation.text ?? '',
    translator: translation.translator ?? '',
    byProgram: translation.byProgram,
  }
  return (
    <>
      <h2 class="govuk-heading-m">{state === 'wanted' ? 'Write it' : 'Change it'}</h2>
      <Form action={local`/translations/${translationId}`} token={token} sendsFiles>
        <input type="hidden" name="revision" value={String(revision)} />
        <TitleIn {...shown} title={typed.title} />
        <div class="kept-side-by-side">
          <div class="govuk-form-group">
            <h3 class="govuk-label govuk-label--s">In English</h3>
            <div class="govuk-hint">Lines begin with ## for a heading, - for a list.</div>
            <pre class="kept-source" role="region" tabindex={0} aria-label="In English" lang="en-GB">
              {source === undefined ? 'It is no longer published.' : inNotation(source)}
            </pre>
          </div>
          <TextIn {...shown} text={typed.text} />
        </div>
        {govuk.fileUpload({
          id: 'file',
          name: 'file',
          label: { text: 'Or send it as a file', classes: 'govuk-label--s' },
          hint: hintOf(
            'Plain text (.txt, UTF-8), in the same notation. It takes the place of what stands above.',
          ),
          errorMessage: errorAt('file', faults),
        })}
        <Field
          name="translator"
          label="Who translated it?"
          hint="A person or a company. For a program, its name."
          value={typed.translator}
          faults={faults}
        />
        <Checkbox
          name="byProgram"
          label="A program translated it"
          hint="Readers are told so, and whom to ask."
          checked={typed.byProgram}
        />
        <div class="govuk-button-group">
          <Button name="do" value="keep">
            Keep it
          </Button>
          <Button name="do" value="send" look="second">
            Keep it and give it to be checked
          </Button>
        </div>
      </Form>
    </>
  )
}

function TitleIn({ translation, faults, title }: TranslationPageShown & { readonly title: string }): Raw {
  return govuk.input({
    id: 'title',
    name: 'title',
    value: title,
    label: { text: `Title in ${languageName(translation.language)}`, classes: 'govuk-label--s' },
    errorMessage: errorAt('title', faults),
    spellcheck: false,
    classes: 'kept-input',
    attributes: { maxlength: '300', ...inLanguage(translation.language) },
  })
}

function inLanguage(code: string) {
  return { lang: code, dir: languageOf(code)?.direction ?? 'ltr' } as const
}

function TextIn({ translation, faults, text }: TranslationPageShown & { readonly text: string }): Raw {
  const name = languageName(translation.language)
  return govuk.textarea({
    id: 'text',
    name: 'text',
    value: text,
    rows: '24',
    label: { text: `In ${name}`, classes: 'govuk-label--s' },
    hint: hintOf('Write the same, with the same marks.'),
    errorMessage: errorAt('text', faults),
    spellcheck: false,
    classes: 'kept-textarea',
    attributes: { maxlength: String(longest), ...inLanguage(translation.language) },
  })
}
