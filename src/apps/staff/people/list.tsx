import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { PeoplePage, PersonShown } from '#store/people/people.ts'

/** Everybody, a page at a time. */
export function PeopleList({ page: { people, next } }: { readonly page: PeoplePage }): Raw {
  return (
    <>
      <h1>People</h1>
      <div class="bar">
        <a class="button" href={local`/people/add`}>
          Add a person
        </a>
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
      {next !== undefined && (
        <p>
          <a href={local`/people?after=${next.name}&id=${next.staffId}`}>Next page</a>
        </p>
      )}
    </>
  )
}

/** In a word, whether somebody can sign in. */
export function SignInTag({ person }: { readonly person: PersonShown }): Raw {
  if (!person.active) return <span class="tag is-missed">Stopped</span>
  if (!person.hasSignIn) return <span class="tag is-none">Cannot sign in</span>
  if (!person.hasPassword && !person.comesByOpenid) return <span class="tag is-overdue">Invited</span>
  return <span class="tag is-kept">Can sign in</span>
}

/** “Case officer and team leader”. */
function listed(words: readonly string[]): string {
  const text = new Intl.ListFormat('en-GB').format(words)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
