import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { ActOverrides, type Asked } from '../acts/act-form.tsx'
import { shortMoment } from '../times.ts'
import type { AroundContact } from './around.ts'
import { Matter } from './matter.tsx'
import { Outcome } from './outcome.tsx'
import { toKeep } from './typed.ts'
import type { PartProps } from './part-props.ts'
import { Who } from './who.tsx'

/** The page on which a contact is recorded, from who it was to what happens now. */
export function ContactPage(
  props: PartProps & {
    readonly token: string
    readonly asks: readonly Asked[]
    readonly keeper: string
  },
): Raw {
  const { typed, around, faults, token, asks, keeper } = props
  return (
    <>
      <h1 class="govuk-heading-l">Record a contact</h1>
      <OtherDrafts around={around} />
      <Form action={local`/contacts/new`} token={token} autosave={local`/contacts/drafts/keep`} id="contact">
        <input type="hidden" name="draft" value={typed.draft} />
        <input type="hidden" name="keeper" value={keeper} />
        <input type="hidden" name="call" value={typed.call} />
        <Who typed={typed} around={around} faults={faults} />
        <Matter typed={typed} around={around} faults={faults} />
        <Outcome typed={typed} around={around} faults={faults} />
        <ActOverrides asks={asks} typed={toKeep(typed)} faults={faults} />
        <div class="govuk-button-group">
          <Button name="do" value="save">
            Record the contact
          </Button>
          <Button look="second" name="do" value="keep">
            Keep as a draft
          </Button>
        </div>
        <p class="govuk-hint with-script">Ctrl and Enter record it from anywhere on this page.</p>
      </Form>
    </>
  )
}

/** What somebody else’s call interrupted is one link away. */
function OtherDrafts({ around: { drafts, now } }: { readonly around: AroundContact }): Raw {
  const [latest] = drafts
  if (latest === undefined) return <></>
  return (
    <p class="govuk-hint">
      You have a draft from {shortMoment(latest.startedAt, now)}:{' '}
      <a class="govuk-link" href={local`/contacts/new?draft=${latest.draftId}`}>
        {latest.fields['subject'] ?? 'go on with it'}
      </a>
      {drafts.length > 1 && (
        <>
          {' '}
          (<a class="govuk-link" href={local`/contacts/drafts`}>{`all ${drafts.length} drafts`}</a>)
        </>
      )}
    </p>
  )
}
