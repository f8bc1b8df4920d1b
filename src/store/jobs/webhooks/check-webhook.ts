import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'

/** Which addresses this installation may send to. */
export interface AddressRules {
  /** Also to its own network and, without https, to this machine: where the landlord runs both ends. */
  readonly privateAddresses: boolean
}

/** What is wrong with the address of a webhook as written; what it leads to is looked at whenever something is sent. */
export function checkUrl(text: string, { privateAddresses }: AddressRules): Refused | undefined {
  const url = text.length <= 2_000 ? URL.parse(text) : null
  if (url === null) return notValid('this is not an address', 'write one such as https://example.com/kept')
  if (url.username !== '' || url.password !== '')
    return notValid('an address with a name or password in it would be kept in the open', 'leave them out')
  if (url.hash !== '') return notValid('what comes after # is never sent', 'leave it out')
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && privateAddresses && isThisMachine(url.hostname)) return undefined
  return notValid('facts are sent over https alone', `write https:// instead of ${url.protocol}//`)
}

/** What is wrong with the types of event that a webhook asks for. */
export function checkTypes(types: readonly string[], vocabulary: Vocabulary): Refused | undefined {
  if (types.length > 100) return refused('too many', 'a webhook names 100 types of event at the most')
  const strange = types.find((type) => !vocabulary.events.has(type))
  if (strange === undefined) return undefined
  const near = suggest(strange, [...vocabulary.events.keys()])
  const fix = near === undefined ? 'leave the list empty to be told of all' : `did you mean ${near}?`
  return refused('not valid', `there is no type of event “${strange}”`, fix, '/types')
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

function notValid(refusal: string, fix: string): Refused {
  return refused('not valid', refusal, fix, '/url')
}
