import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import type { SecretBox } from '#store/people/secret-box.ts'

/*
 * What is searched for is mostly somebody's name or number, so it may not stand in an address, where proxies and
 * browsers keep it. A page that only a POST can show would do, but then the button to go back asks whether to send the
 * form again, just when somebody has looked at one of several people of the same name. So the form is sent by POST, and
 * leads to an address that holds the words sealed: going back works, and nobody can read it but this installation.
 */

/** Who looks for something. */
export interface Searcher {
  readonly landlord: number
  readonly staffId: string
}

/** The address of a search, which says nothing of what is looked for. It opens for the same member of staff alone. */
export function sealedSearch(box: SecretBox, whose: Searcher, text: string): Url {
  return local`/search?for=${box.seal(text.slice(0, mostLetters), placeOf(whose)).toString('base64url')}`
}

/** What is looked for at such an address; nothing where it was made for somebody else, or changed. */
export function searchFrom(box: SecretBox, whose: Searcher, sealed: string): string | undefined {
  if (!/^[\w-]{1,1000}$/.test(sealed)) return undefined
  return box.open(Buffer.from(sealed, 'base64url'), placeOf(whose))
}

const mostLetters = 200

/** Two landlords’ staff may have the same id. */
function placeOf({ landlord, staffId }: Searcher): string {
  return `search of ${staffId} of ${landlord}`
}
