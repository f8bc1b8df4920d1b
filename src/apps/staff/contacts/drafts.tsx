import type { Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { Draft } from '#store/contacts/drafts.ts'
import { shortMoment } from '../times.ts'

/** What was begun and not recorded: for whoever began it alone. */
export function Drafts({
  drafts,
  now,
  token,
}: {
  readonly drafts: readonly Draft[]
  readonly now: Instant
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">My drafts</h1>
      {drafts.length === 0 && <p>You have recorded everything that you began.</p>}
      {drafts.length > 0 && <p>Only you see these. A draft is thrown away after 30 days.</p>}
      <ul class="govuk-list">
        {drafts.map((draft) => (
          <li class="contact-draft">
            <a class="govuk-link" href={local`/contacts/new?draft=${draft.draftId}`}>
              {nameOf(draft)}
            </a>
            {` begun ${shortMoment(draft.startedAt, now)}, kept ${shortMoment(draft.keptAt, now)} `}
            <Form action={local`/contacts/drafts/drop`} token={token}>
              <input type="hidden" name="draft" value={draft.draftId} />
              <Button look="plain" about={nameOf(draft)}>
                Throw away
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}

function nameOf({ fields }: Draft): string {
  return fields['subject'] ?? fields['new-name'] ?? fields['who'] ?? 'A contact without words yet'
}
