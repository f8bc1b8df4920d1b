import type { Jargon } from '#core/letters/advice.ts'
import { startingJargon } from '#core/letters/starting-jargon.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** Words of the house, and what to say instead, by word: the list we begin with, as the landlord changed it. */
export function readJargon(store: Store, acting: Acting): Promise<readonly Jargon[] | Refused> {
  return store.database.transact(acting, 'masters.read', async (tx) => {
    const own = new Map((await tx.run(ownJargon, [acting.landlord])).map(({ word, say }) => [word, say]))
    const begun = new Map<string, string | null>(startingJargon.map(({ word, say }) => [word, say]))
    return [...new Map([...begun, ...own])]
      .flatMap(([word, say]) => (say === null ? [] : [{ word, say }]))
      .toSorted((a, b) => (a.word < b.word ? -1 : 1))
  })
}

/** Puts a word on the list, or says anew what to say instead; without that, takes it off. */
export async function setJargon(
  store: Store,
  acting: Acting,
  { word, say }: { readonly word: string; readonly say?: string },
): Promise<{ readonly word: string } | Refused> {
  const tidy = word.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (tidy === '' || tidy.length > 60 || !/\p{L}/u.test(tidy))
    return refused('not valid', 'this is no word of up to 60 letters', 'type the word as it is used', '/word')
  if (say !== undefined && (say.trim() === '' || say.length > 200))
    return refused(
      'not valid',
      'it is not said what to say instead, in up to 200 letters',
      'type plainer words',
      '/say',
    )
  return store.database.transact(acting, 'masters.write', async (tx) => {
    const { landlord, by } = acting
    const [count] = await tx.run(countJargon, [landlord])
    if ((count?.words ?? 0) >= mostWords)
      return refused('too many', `the list holds ${mostWords} words, which is all it can`, 'take some off it')
    await tx.run(putJargon, [landlord, tidy, say?.trim() ?? null, instantText(store.now()), by])
    return { word: tidy }
  })
}

const mostWords = 500

const ownJargon = statement<{ readonly word: string; readonly say: string | null }>(
  'own-jargon',
  'select word, say from jargon where landlord = $1 order by word limit 1000',
)

const countJargon = statement<{ readonly words: number }>(
  'count-jargon',
  'select count(*)::integer as words from jargon where landlord = $1',
)

const putJargon = statement(
  'put-jargon',
  `insert into jargon (landlord, word, say, changed_at, changed_by) values ($1, $2, $3, $4, $5)
   on conflict (landlord, word) do update
      set say = excluded.say, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
)
