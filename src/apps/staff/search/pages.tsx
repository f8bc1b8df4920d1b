import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { find } from '#store/search/find.ts'
import { findWords, type WordsFound } from '#store/search/find-words.ts'
import type { WordsCursor } from '#store/words/read-words.ts'
import { pageFrom } from '../lists/address.ts'
import { type Results, SearchPage } from './results.tsx'
import { searchFrom, sealedSearch } from './sealed.ts'

/** Looking for customers, homes and cases, and in what was written. */
export const searchPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/search',
    who: 'cases.read',
    handle: async (asked) => {
      const { door, visitor, query } = asked
      const open = textIn(query, 'q')
      // A link may bring words in the open; they do not stay in the address.
      if (open !== '') return { goTo: sealedSearch(door.box, visitor.acting, open) }
      const text = searchFrom(door.box, visitor.acting, textIn(query, 'for'))
      return text === undefined ? emptyPage(asked) : resultsPage(asked, text)
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/search',
    who: 'cases.read',
    handle: async (asked) => {
      const { door, visitor, fields } = asked
      const text = textIn(fields, 'q')
      if (text.length < 2)
        return emptyPage(asked, text, [{ field: 'q', says: 'Type two letters or more to look for.' }])
      return { goTo: sealedSearch(door.box, visitor.acting, text) }
    },
  }),
]

function emptyPage(asked: PageAsked<Visitor>, text = '', faults: readonly Fault[] = []): PageAnswer {
  return {
    title: 'Search',
    content: <SearchPage text={text} results={undefined} token={asked.formToken} mayAdd={mayAdd(asked)} />,
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function resultsPage(asked: PageAsked<Visitor>, text: string): Promise<PageAnswer | Refused> {
  const results = await resultsFor(asked, text)
  if (isRefused(results)) return emptyPage(asked, text, [{ ...faultOf(results), field: 'q' }])
  return {
    title: 'Search',
    content: <SearchPage text={text} results={results} token={asked.formToken} mayAdd={mayAdd(asked)} />,
  }
}

async function resultsFor(asked: PageAsked<Visitor>, text: string): Promise<Results | Refused> {
  const { store, query } = asked
  const { acting } = asked.visitor
  const from = pageFrom(query)
  const after =
    typeof from === 'object' && 'after' in from
      ? { writtenAt: from.after.at, wordsId: from.after.caseId }
      : undefined
  // Older words are looked through by themselves; what else was found stands on the first page.
  const found = after === undefined ? await foundFor(asked, text) : []
  if (isRefused(found)) return found
  const words = await wordsFor(asked, text, after)
  const customerIds = (words ?? []).flatMap(({ customerId }) => customerId ?? [])
  return {
    text,
    found,
    words,
    older: olderThan(words, query),
    names: await namesOfCustomers(store, acting, { ids: customerIds, why: 'search' }),
    now: store.now(),
  }
}

/** What is too long to be a name may still be words. */
async function foundFor({ store, visitor: { acting } }: PageAsked<Visitor>, text: string) {
  const found = await find(store, acting, { text, limit: 40, why: 'search' })
  return isRefused(found) && text.length > 2 && acting.may.has('words.read') ? [] : found
}

const wordsAPage = 20

async function wordsFor(
  { store, visitor: { acting } }: PageAsked<Visitor>,
  text: string,
  after: WordsCursor | undefined,
): Promise<readonly WordsFound[] | undefined> {
  if (!acting.may.has('words.read')) return undefined
  const words = await findWords(store, acting, { text, after, limit: wordsAPage, why: 'search' })
  return isRefused(words) ? [] : words
}

function olderThan(words: readonly WordsFound[] | undefined, query: PageAsked<Visitor>['query']) {
  const last = words?.at(-1)
  if (last === undefined || (words?.length ?? 0) < wordsAPage) return undefined
  const cursor = `${last.writtenAt}_${last.wordsId}`
  return local`/search?for=${textIn(query, 'for')}&after=${cursor}` satisfies Url
}

function mayAdd({ visitor: { acting } }: PageAsked<Visitor>): boolean {
  return acting.may.has('customers.write')
}
