// npm run bench:web [-- --quick] [--keep FOLDER] [--cases N]: the pages that staff have open all day, with a million
// cases and fifty people at once, each figure beside a named baseline of the same run. docs/benchmarks.md says how to
// read it.
import { setTimeout as wait } from 'node:timers/promises'
import { chanceFrom } from '../measuring/chance.ts'
import { timesOf, within } from '../full-size/asking.ts'
import { openGround } from '../full-size/ground.ts'
import { processorMsOf } from '../full-size/processor.ts'
import { seeded } from '../full-size/seed.ts'
import { type Serving, serving } from '../full-size/serving.ts'
import { benchOptions } from '../options.ts'
import { isWithin, type Row, tableOf } from '../row.ts'
import { type Browsing, browsing } from './browsing.ts'
import { leftOpen, leftOpenRow } from './left-open.ts'
import { type AtWork, peopleAtWork } from './people.ts'

const { quick, keep, cases } = benchOptions(5_000)

const people = 50
/** What somebody has open, and how often among ten pages. */
const pages: readonly {
  readonly name: string
  readonly of: (by: AtWork, chance: number) => string
  readonly share: number
}[] = [
  { name: 'today', of: () => '/', share: 3 },
  {
    name: 'a case',
    of: (by, chance) => `/cases/${by.cases[Math.floor(chance * by.cases.length)]}`,
    share: 5,
  },
  { name: 'record a contact', of: () => '/contacts/new', share: 2 },
]
/** The least that a server can answer. */
const nothing = '/health'

const ground = await openGround(keep)
try {
  const acting = await seeded(ground, cases)
  const atWork = await peopleAtWork(ground.store, acting, { people, cases })
  const server = await serving({ DATABASE_URL: ground.url })
  try {
    const pids = [server.pid, ...(ground.pid === undefined ? [] : [ground.pid])]
    const rows = [
      ...(await oneByOne(server, pids, atWork)),
      ...(await fiftyAtOnce(server, atWork)),
      ...(await besidePagesLeftOpen(server, pids, atWork)),
    ]
    console.log(tableOf(rows))
    if (!rows.every(isWithin)) process.exitCode = 1
  } finally {
    await server.stop()
  }
} finally {
  await ground.stop()
}

/** What a page costs the server and the database, one page after the other. */
async function oneByOne(
  server: Serving,
  pids: readonly number[],
  atWork: readonly AtWork[],
): Promise<readonly Row[]> {
  const times = quick ? 200 : 1_000
  const rows: Row[] = []
  const least = await costOf(server, pids, atWork, { of: () => nothing, times: times * 5 })
  for (const { name, of } of pages) {
    await costOf(server, pids, atWork, { of, times: Math.ceil(times / 4) })
    const ours = await costOf(server, pids, atWork, { of, times })
    rows.push({
      what: `${name}, processor time`,
      ours,
      baseline: 'an answer of nothing',
      theirs: least,
      unit: 'ms',
      budget: { of: 'ours', is: 'at most', amount: 50 },
    })
  }
  return rows
}

async function costOf(
  server: Serving,
  pids: readonly number[],
  atWork: readonly AtWork[],
  { of, times }: { readonly of: (by: AtWork, chance: number) => string; readonly times: number },
): Promise<number> {
  const chance = chanceFrom(times)
  const open = atWork.slice(0, 5).map((by) => ({ by, browser: browsing(server.address, by.session) }))
  const before = processorMsOf(pids)
  for (let n = 0; n < times; n++) {
    const one = open[n % open.length]
    if (one !== undefined) await one.browser.load(of(one.by, chance()))
  }
  const after = processorMsOf(pids)
  for (const { browser } of open) browser.close()
  return (after - before) / times
}

/** The same fifty people, each with four pages left open on other screens. */
async function besidePagesLeftOpen(
  server: Serving,
  pids: readonly number[],
  atWork: readonly AtWork[],
): Promise<readonly Row[]> {
  const open = await leftOpen(server, atWork, 2)
  const cost = await leftOpenRow(pids, open, quick ? 10 : 30)
  const meanwhile = await fiftyAtOnce(server, atWork)
  open.close()
  return [
    cost,
    ...meanwhile.map((row) => ({
      ...row,
      what: row.what.replace('at once', `and ${open.pages} open pages`),
    })),
  ]
}

/** Fifty people who each read a page for about two seconds and open the next. */
async function fiftyAtOnce(server: Serving, atWork: readonly AtWork[]): Promise<readonly Row[]> {
  const until = performance.now() + (quick ? 15_000 : 60_000)
  const took = new Map<string, number[]>([
    [nothing, []],
    ...pages.map(({ name }): [string, number[]] => [name, []]),
  ])
  await Promise.all(
    atWork.map((by, n) =>
      works(browsing(server.address, by.session), by, { chance: chanceFrom(n), until, took }),
    ),
  )
  const least = took.get(nothing) ?? []
  return pages.flatMap(({ name }) => {
    const times = took.get(name) ?? []
    return [0.5, 0.99].map(
      (share): Row => ({
        what: `${name}, ${people} people at once, p${share * 100}`,
        ours: within(share, times),
        baseline: 'an answer of nothing',
        theirs: within(share, least),
        unit: 'ms',
      }),
    )
  })
}

interface Working {
  readonly chance: () => number
  readonly until: number
  readonly took: ReadonlyMap<string, number[]>
}

async function works(browser: Browsing, by: AtWork, { chance, until, took }: Working): Promise<void> {
  const shares = pages.flatMap((page) => Array.from({ length: page.share }, () => page))
  while (performance.now() < until) {
    await wait(500 + chance() * 3_000)
    const page = shares[Math.floor(chance() * shares.length)]
    if (page === undefined) continue
    took.get(page.name)?.push(...(await timesOf(1, () => browser.load(page.of(by, chance())))))
    took.get(nothing)?.push(...(await timesOf(1, () => browser.load(nothing))))
  }
  browser.close()
}
