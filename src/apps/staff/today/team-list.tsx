import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { PlaceNamed } from '#store/masters/names.ts'

/** The teams there are, each a link to its work of today. */
export function TeamList({ teams }: { readonly teams: readonly PlaceNamed[] }): Raw {
  const now = teams.filter(({ ended }) => !ended)
  return (
    <>
      <h1 class="govuk-heading-l">Teams</h1>
      {now.length === 0 && <p class="govuk-body">There are no teams yet.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {now.map(({ id, name }) => (
          <li>
            <a class="govuk-link" href={local`/teams/${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
