import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Field, Form, Radios } from '#http/layout/form.tsx'
import type { CaseFilter } from '#store/lists/case-filter.ts'
import type { View } from '#store/views/views.ts'
import { casesAddress } from './address.ts'

/** The views one may use; those of one’s own can be removed. */
export function ViewLinks({
  views,
  filter,
  me,
  token,
}: {
  readonly views: readonly View[]
  readonly filter: CaseFilter
  readonly me: string
  readonly token: string
}): Raw {
  if (views.length === 0) return <></>
  const here = casesAddress(filter)
  return (
    <nav aria-label="Views">
      <h2 class="govuk-heading-m">Views</h2>
      <ul class="govuk-list bar">
        {views.map(({ viewId, name, filter: kept, owner, sharedWith }) => (
          <li>
            <a
              class="govuk-link"
              href={casesAddress(kept)}
              aria-current={casesAddress(kept) === here ? 'page' : undefined}
            >
              {name}
            </a>
            {owner !== me && ` (${sharedWith === 'team' ? 'of my team' : 'for everybody'})`}
            {owner === me && (
              <Form action={local`/views/${viewId}/remove`} token={token}>
                <Button look="plain" about={name}>
                  Remove
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Keeps the list that is shown under a name. */
export function KeepView({ filter, token }: { readonly filter: CaseFilter; readonly token: string }): Raw {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Keep this list as a view</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={local`/views`} token={token}>
          {Object.entries(filter).map(([name, value]) => (
            <input type="hidden" name={name} value={String(value)} />
          ))}
          <Field name="name" label="What the view is called" hint="Leave out names of customers." />
          <Radios name="sharedWith" label="Who may use it" choices={sharing} chosen="nobody" />
          <Button look="second">Keep the view</Button>
        </Form>
      </div>
    </details>
  )
}

const sharing = [
  { value: 'nobody', label: 'Only me' },
  { value: 'team', label: 'My team' },
  { value: 'everybody', label: 'Everybody' },
]
