import { isRefused, refused, type Refused } from '#core/refused.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import type { ToldEvent } from '#store/case-page/entries.ts'
import { namesOfCustomers, namesOfHomes } from '#store/masters/names.ts'
import { find } from '#store/search/find.ts'
import type { CaseAsked } from './case-asked.ts'

/** The fields in which an event says whom and which home it is about. */
const whoseFields = ['customer', 'home'] as const

/** What stands there now in words, by the field: a name, or an address. */
export async function whoseNow(
  { store, acting }: CaseAsked,
  { data }: ToldEvent,
): Promise<Readonly<Record<string, string>>> {
  const idIn = (name: string) => (typeof data[name] === 'string' ? [data[name]] : [])
  const why = '/cases/:caseId/events/:sequence/correct'
  const customers = await namesOfCustomers(store, acting, { ids: idIn('customer'), why })
  const homes = await namesOfHomes(store, acting, { ids: idIn('home') })
  const [customer] = customers.values()
  const [home] = homes.values()
  return { ...(customer !== undefined && { customer }), ...(home !== undefined && { home }) }
}

/** What was typed, with the reference in place of a name or an address; or which could be meant. */
export async function withWhose(
  { store, acting, fields }: CaseAsked,
  { data }: ToldEvent,
): Promise<Fields | readonly Refused[]> {
  const faults: Refused[] = []
  const meant: Record<string, string> = {}
  for (const name of whoseFields) {
    const text = textIn(fields, name)
    if (text === '' || text === data[name]) continue
    const found = await find(store, acting, { text, kinds: [name], limit: 6, why: 'putting an event right' })
    if (isRefused(found)) return [found]
    const only = found.find(({ id }) => id === text) ?? (found.length === 1 ? found[0] : undefined)
    if (only === undefined) faults.push(notOne(name, found))
    else meant[name] = only.id
  }
  return faults.length > 0 ? faults : { ...fields, ...meant }
}

type FoundRows = Exclude<Awaited<ReturnType<typeof find>>, Refused>

function notOne(name: string, found: FoundRows): Refused {
  if (found.length === 0)
    return refused(
      'not valid',
      'nothing was found by this',
      'try another spelling or a reference',
      `/${name}`,
    )
  const which = found.map(({ id, shown }) =>
    [shown['name'] ?? shown['address'], id].filter((part) => typeof part === 'string').join(', '),
  )
  const one = which.join('; ').replaceAll('\n', ', ')
  return refused('not valid', `this may be one of several: ${one}`, 'write the reference of one', `/${name}`)
}
