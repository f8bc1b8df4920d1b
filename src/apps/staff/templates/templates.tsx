import { purposes } from '#core/letters/letter-acts.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { TemplateNow, TemplateVersion } from '#store/letters/templates.ts'
import { LetterText } from '../outbox/letter-text.tsx'
import { momentText } from '../times.ts'
import { comparedLines } from './compare.ts'

/** Every template, and what it is for. */
export function TemplateList({
  templates,
  mayWrite,
}: {
  readonly templates: readonly TemplateNow[]
  readonly mayWrite: boolean
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Templates</h1>
      <p class="govuk-body">
        Whole letters, with what is put in between double brackets. See also{' '}
        <a class="govuk-link" href={local`/templates/jargon`}>
          the words of the house
        </a>
        .
      </p>
      {mayWrite && (
        <a class="govuk-button" role="button" href={local`/templates/add`}>
          Add a template
        </a>
      )}
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">Templates by name</caption>
        <TableHead columns={['Name', 'For', 'Version']} />
        <tbody class="govuk-table__body">
          {templates.map(({ templateId, name, purpose, version, ended }) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={local`/templates/${templateId}`}>
                  {name}
                </a>
              </th>
              <td class="govuk-table__cell">{purposes[purpose]}</td>
              <td class="govuk-table__cell">{`${versionName(version)}${ended ? ', out of use' : ''}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface TemplateProps {
  readonly template: TemplateNow
  readonly versions: readonly TemplateVersion[]
  readonly staff: ReadonlyMap<string, string>
  /** Two versions to be laid side by side. */
  readonly compared: readonly number[]
  readonly mayWrite: boolean
  readonly token: string
}

/** One template with its words now, and its earlier versions. */
export function TemplateView(props: TemplateProps): Raw {
  const { template, versions, mayWrite, token } = props
  const { templateId, name, purpose, subject, body, ended } = template
  return (
    <>
      <span class="govuk-caption-l">{purposes[purpose]}</span>
      <h1 class="govuk-heading-l">{name}</h1>
      {ended && <p class="govuk-body">It is out of use: nobody is offered it.</p>}
      <div class="bar">
        {mayWrite && (
          <a class="govuk-button" role="button" href={local`/templates/${templateId}/change`}>
            Change it
          </a>
        )}
        <a class="govuk-link" href={local`/templates/${templateId}/pdf`}>
          Look at it as a PDF
        </a>
        {mayWrite && (
          <Form action={local`/templates/${templateId}/end`} token={token}>
            <Button look="plain" name="ended" value={ended ? 'no' : 'yes'}>
              {ended ? 'Put it back into use' : 'Take it out of use'}
            </Button>
          </Form>
        )}
      </div>
      <h2 class="govuk-heading-m">{subject}</h2>
      <LetterText text={body} />
      <Versions {...props} />
      {versions.length > 1 && <Compared {...props} />}
    </>
  )
}

function Versions({ versions, staff, template: { templateId } }: TemplateProps): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Versions</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ version, madeAt, madeBy }, place) => {
          const before = versions[place + 1]
          return (
            <li>
              {`${versionName(version)}${madeAt === null ? '' : `, ${momentText(madeAt)}, by ${staff.get(madeBy ?? '') ?? 'somebody of ours'}`} `}
              {before !== undefined && (
                <a
                  class="govuk-link"
                  href={local`/templates/${templateId}?from=${String(before.version)}&to=${String(version)}`}
                >
                  {`What changed in ${versionName(version).toLowerCase()}`}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Compared({ versions, compared }: TemplateProps): Raw {
  const [from, to] = compared.map((number) => versions.find(({ version }) => version === number))
  if (from === undefined || to === undefined || from === to) return <></>
  const lines = comparedLines(`${from.subject}\n\n${from.body}`, `${to.subject}\n\n${to.body}`)
  return (
    <section aria-labelledby="compared-title">
      <h2 class="govuk-heading-m" id="compared-title">
        {`What changed in ${versionName(to.version).toLowerCase()}`}
      </h2>
      <ul class="govuk-list">
        {lines.map(({ was, line }) => (
          <li>
            <strong>{was === 'added' ? 'Added: ' : 'Taken out: '}</strong>
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

function versionName(version: number): string {
  return version === 0 ? 'As it came with Kept' : `Version ${version}`
}
