import type { Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import type { SearchFound } from '#store/search/find.ts'
import type { WordsFound } from '#store/search/find-words.ts'
import { codeWords } from '../acts/field-words.ts'
import { shortMoment } from '../times.ts'
import { kindWords } from '../today/words.ts'

/** What a search found. */
export interface Results {
  readonly text: string
  readonly found: readonly SearchFound[]
  /** In what was written; undefined for who may not read it. */
  readonly words: readonly WordsFound[] | undefined
  /** More of what was written. */
  readonly older: Url | undefined
  readonly names: ReadonlyMap<string, string>
  readonly now: Instant
}

/** The search: a box, and below it what was found. */
export function SearchPage({
  text,
  results,
  token,
  mayAdd,
}: {
  readonly text: string
  readonly results: Results | undefined
  readonly token: string
  readonly mayAdd: boolean
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Search</h1>
      <Form action={local`/search`} token={token}>
        <Field
          name="q"
          label="What to look for"
          type="search"
          hint="A name in any spelling, a telephone number, a postcode, an e-mail address, a reference, or words that were written."
          value={text}
          autocomplete="off"
        />
        <Button>Search</Button>
      </Form>
      {results !== undefined && <Found results={results} mayAdd={mayAdd} />}
    </>
  )
}

function Found({ results, mayAdd }: { readonly results: Results; readonly mayAdd: boolean }): Raw {
  const { found, words = [] } = results
  const of = (kind: SearchFound['kind']) => found.filter((each) => each.kind === kind)
  if (found.length === 0 && words.length === 0) return <NothingFound mayAdd={mayAdd} />
  return (
    <>
      <Group title="Customers" rows={of('customer').map(customerRow)} />
      <Group title="Homes" rows={of('home').map(homeRow)} />
      <Group title="Cases" rows={of('case').map(caseRow)} />
      <Group title="In what was written" rows={words.map((each) => wordsRow(each, results))} />
      {results.older !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={results.older}>
            Older words
          </a>
        </p>
      )}
      {mayAdd && <Otherwise />}
    </>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Raw[] }): Raw {
  if (rows.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">{`${title} (${rows.length})`}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
    </section>
  )
}

function customerRow({ id, shown }: SearchFound): Raw {
  return (
    <>
      <a class="govuk-link" href={local`/customers/${id}`}>
        {textOf(shown['name']) || id}
      </a>
      {textOf(shown['knownAs']) !== '' && ` (also ${textOf(shown['knownAs'])})`}
      <Beneath text={joined(textOf(shown['address']), textOf(shown['postcode']), id)} />
    </>
  )
}

function homeRow({ id, shown }: SearchFound): Raw {
  return (
    <>
      <a class="govuk-link" href={local`/homes/${id}`}>
        {textOf(shown['address']).replaceAll('\n', ', ') || id}
      </a>
      <Beneath text={joined(textOf(shown['postcode']), id)} />
    </>
  )
}

function caseRow({ id, shown }: SearchFound): Raw {
  return (
    <>
      <a class="govuk-link" href={local`/cases/${id}`}>
        {id}
      </a>
      {`, ${kindWords(textOf(shown['kind']))}`}
    </>
  )
}

function wordsRow({ caseId, customerId, kind, writtenAt, pieces }: WordsFound, { names, now }: Results): Raw {
  const whose = names.get(customerId ?? '')
  const title = whose ?? caseId ?? codeWords(kind)
  const href = caseId === null ? local`/customers/${customerId ?? ''}` : local`/cases/${caseId}`
  return (
    <>
      <a class="govuk-link" href={href}>
        {title}
        {caseId !== null && whose !== undefined && (
          <span class="govuk-visually-hidden">{` in ${caseId}`}</span>
        )}
      </a>
      {`, ${kindWords(kind)} of ${shortMoment(writtenAt, now)}`}
      <p class="govuk-body govuk-!-margin-bottom-0">
        {pieces.map(({ text, hit }) => (hit ? <strong>{text}</strong> : text))}
      </p>
    </>
  )
}

function Beneath({ text }: { readonly text: string }): Raw {
  return <p class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{text}</p>
}

function NothingFound({ mayAdd }: { readonly mayAdd: boolean }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Nothing found</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Try the surname alone, or the beginning of it.</li>
        <li>Try a telephone number or a postcode.</li>
        <li>For words that were written, try fewer of them.</li>
      </ul>
      {mayAdd && <Otherwise />}
    </>
  )
}

function Otherwise(): Raw {
  return (
    <p class="govuk-body">
      Not there?{' '}
      <a class="govuk-link" href={local`/customers/new`}>
        Add a customer
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={local`/contacts/new`}>
        record a contact
      </a>
      .
    </p>
  )
}

function joined(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('\n', ', '))
    .join(', ')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
