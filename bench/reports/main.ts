// npm run bench:reports [-- --quick] [--keep FOLDER] [--cases N]: what was kept, seen at full size: figures, dashboards,
// comparisons and what if, each beside a named baseline of the same run. docs/benchmarks.md says how to read it.
import { endKey, makeKey } from '#store/people/keys.ts'
import { openGround } from '../full-size/ground.ts'
import { given, seeded } from '../full-size/seed.ts'
import { serving } from '../full-size/serving.ts'
import { benchOptions } from '../options.ts'
import { isWithin, type Row, tableOf } from '../row.ts'
import { managerIn } from './signed-in.ts'
import { seeingRows } from './seeing.ts'
import { whatIfRows } from './what-if.ts'

const { quick, keep, cases } = benchOptions(1_000)

const ground = await openGround(keep)
try {
  const rows = await measured()
  console.log(tableOf(rows))
  if (!rows.every(isWithin)) process.exitCode = 1
} finally {
  await ground.stop()
}

async function measured(): Promise<readonly Row[]> {
  const { url, store } = ground
  const acting = await seeded(ground, cases)
  const { session, team } = await managerIn(store, acting)
  const { key, keyId } = given(
    await makeKey(store, acting, { name: 'measuring figures', scopes: ['figures.read'] }),
  )
  const server = await serving({ DATABASE_URL: url })
  try {
    const on = { url, landlord: acting.landlord, address: server.address, key, session, team }
    const seen = await seeingRows(on, quick ? 20 : 100)
    return [...seen, ...(await whatIfRows({ store, acting }))]
  } finally {
    await server.stop()
    await endKey(store, acting, { keyId })
  }
}
