import { capitalised } from '#core/capitalised.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { PeoplePage, PersonShown } from '#store/people/people.ts'

/** Everybody, a page at a time. */
export function PeopleList({ page: { people, next } }: { readonly page: PeoplePage }): Raw {
  return (
    <>
      <h1>People</h1>
      <div class="bar">
        {govuk.button({ text: 'Add a person', href: local`/people/add` })}
        <a href={local`/people/log`}>What was changed</a>
      </div>
      {people.length === 0 ? (
        <p>There is nobody here.</p>
      ) : (
        <ul class="rows">
          {people.map((person) => (
            <li>
              <div>
                <p>
                  <a href={local`/people/${person.staffId}`}>{person.name}</a>
                </p>
                <p class="small">{person.roles.length === 0 ? 'No role' : listed(person.roles)}</p>
              </div>
              <SignInTag person={person} />
            </li>
          ))}
        </ul>
      )}
      {next !== undefined &&
        govuk.pagination({ next: { href: local`/people?after=${next.name}&id=${next.staffId}` } })}
    </>
  )
}

/** In a word, whether somebody can sign in. */
export function SignInTag({ person }: { readonly person: PersonShown }): Raw {
  if (!person.active) return govuk.tag({ text: 'Stopped', classes: 'govuk-tag--red' })
  if (!person.hasSignIn) return govuk.tag({ text: 'Cannot sign in', classes: 'govuk-tag--grey' })
  if (!person.hasPassword && !person.comesByOpenid)
    return govuk.tag({ text: 'Invited', classes: 'govuk-tag--yellow' })
  return govuk.tag({ text: 'Can sign in', classes: 'govuk-tag--green' })
}

/** “Case officer and team leader”. */
function listed(words: readonly string[]): string {
  return capitalised(new Intl.ListFormat('en-GB').format(words))
}
