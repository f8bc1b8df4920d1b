import { formTokenField } from '../session/form-token.ts'
import type { Raw } from '../html/raw.ts'
import { local } from '../html/local.ts'
import type { Url } from '../html/url.ts'
import { Button, Form } from './form.tsx'
import type { Around } from './around.ts'

/** Whose Kept it is, a box to search in, and what concerns oneself. */
export function Masthead({ landlord, places, signOutToken }: Around): Raw {
  return (
    <header class="kept-masthead">
      <div class="govuk-width-container kept-masthead__inner">
        <a class="kept-masthead__product" href={local`/`}>
          Kept
        </a>
        {landlord !== undefined && <span class="kept-masthead__landlord">{landlord}</span>}
        {places?.search !== undefined && <SearchBox action={places.search} token={signOutToken} />}
        <ul class="kept-masthead__own">
          {places?.own.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
          {signOutToken !== undefined && (
            <li>
              <Form action={local`/sign-out`} token={signOutToken}>
                <Button look="plain">Sign out</Button>
              </Form>
            </li>
          )}
        </ul>
      </div>
    </header>
  )
}

/** Sent by POST: what is looked for is mostly somebody’s name, which may not stand in an address. */
function SearchBox({ action, token }: { readonly action: Url; readonly token: string | undefined }): Raw {
  return (
    <form class="kept-search" action={action} method="post" role="search">
      <input type="hidden" name={formTokenField} value={token} />
      <label class="govuk-visually-hidden" for="search-everywhere">
        Search cases, customers and words
      </label>
      <input
        class="govuk-input"
        type="search"
        id="search-everywhere"
        name="q"
        accesskey="s"
        autocomplete="off"
        maxlength={200}
        spellcheck="false"
      />
      <button type="submit">Search</button>
    </form>
  )
}
