import { Client } from 'pg'
import { type Acting, systemActing } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { addLandlord, landlordNamed } from '#store/landlords.ts'
import { foldTallies } from '#store/ledger/fold-tallies.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import type { Store } from '#store/store.ts'
import { activateTerms } from '#store/terms/activate.ts'
import type { Ground } from './ground.ts'
import { madeCases } from './made-cases.ts'
import { madeHolidays, madePack } from './made-pack.ts'

/** The landlord with so many made cases: loaded once, and found again where the database was kept. */
export async function seeded({ url, store }: Ground, cases: number): Promise<Acting> {
  const slug = `measured-${cases}`
  const there = await landlordNamed(store, slug)
  if (there !== undefined) {
    await mustBeWhole(url, there.landlord, cases)
    return systemActing(there.landlord)
  }
  const acting = given(await addLandlord(store, { slug, name: 'Measured Homes' }))
  const pack = madePack.replace(/^pack: .*$/m, `pack: ${slug}`)
  given(await activateTerms(store, acting, { pack, holidays: madeHolidays(), why: 'the first edition' }))
  await load(store, acting, cases)
  // As the night would.
  given(await foldTallies(store, acting))
  await asOwner(url, 'vacuum analyze')
  return acting
}

async function load(store: Store, acting: Acting, cases: number): Promise<void> {
  const began = performance.now()
  const loaded = given(
    await loadEvents(store, acting, madeCases(cases, store.now()), {
      actor: 'import:made',
      onProgress: ({ cases: done }) => {
        if (done % 50_000 === 0)
          console.error(`  ${done.toLocaleString('en-GB')} cases after ${seconds(began)}`)
      },
      onRejected: ({ caseId, because }) => {
        throw new Error(`the made case ${caseId} was rejected: ${because.refusal}`)
      },
    }),
  )
  // Loading may take minutes, and figures are as at the instant to which time was carried.
  for (let more = true; more; ) ({ more } = given(await passTime(store, acting)))
  const { events, clocks } = loaded
  console.error(
    `loaded ${[loaded.cases, events, clocks].map((each) => each.toLocaleString('en-GB')).join(' cases, ')} clocks in ${seconds(began)}`.replace(
      /cases, (\S+) clocks/,
      'events, $1 clocks',
    ),
  )
}

async function mustBeWhole(url: string, landlord: number, cases: number): Promise<void> {
  const [found] = await asOwner(
    url,
    `select count(*)::int as cases from cases where landlord = ${landlord} and case_id like 'M-%'`,
  )
  if (Number(found?.['cases']) !== cases)
    throw new Error('the made cases were not loaded to their end: remove that database, and start again')
}

/** Runs one statement as the database’s owner. */
export async function asOwner(
  url: string,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** What was not refused. */
export function given<Done>(done: Done | Refused): Done {
  if (isRefused(done)) throw new Error(`${done.refusal}; ${done.fix ?? ''}`)
  return done
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} s`
}
