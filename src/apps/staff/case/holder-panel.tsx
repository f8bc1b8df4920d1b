import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { momentText } from '../times.ts'
import type { Had } from './who-had-it.ts'

export interface HolderProps {
  readonly caseId: string
  readonly version: number
  readonly had: readonly Had[]
  readonly may: HolderMay
  readonly token: string
}

/** What whoever looks may do about who has the case. */
export interface HolderMay {
  readonly take: boolean
  readonly passOn: boolean
  readonly assign: boolean
}

/** Who has the case and who had it, with taking it and passing it on. */
export function HolderPanel({ caseId, version, had, may, token }: HolderProps): Raw {
  return (
    <section data-live="holder" aria-labelledby="holder-title">
      <h2 class="govuk-heading-m" id="holder-title">
        Who has it
      </h2>
      {had.length === 0 ? <p>Nobody has had it so far.</p> : <HadList had={had} />}
      <div class="bar">
        {may.take && (
          <Form action={local`/cases/${caseId}/take`} token={token}>
            <input type="hidden" name="version" value={String(version)} />
            <Button look="second">Take it</Button>
          </Form>
        )}
        {may.passOn && (
          <a class="govuk-link" href={local`/cases/${caseId}/pass-on`}>
            Pass it on
          </a>
        )}
        {may.assign && (
          <a class="govuk-link" href={local`/cases/${caseId}/assign`}>
            Assign it
          </a>
        )}
      </div>
    </section>
  )
}

/** The latest first: who has it now, and before them who had it. */
export function HadList({ had }: { readonly had: readonly Had[] }): Raw {
  return (
    <ol class="kept-had">
      {had.slice(0, mostShown).map(({ who, from, by }) => (
        <li>
          <p>{who}</p>
          <p class="kept-told">{`since ${momentText(from)}, by ${by}`}</p>
        </li>
      ))}
    </ol>
  )
}

const mostShown = 30
