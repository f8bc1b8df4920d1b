// npm run bench:service [-- --quick] [--keep FOLDER] [--cases N]: the service at its full size, each figure beside a
// named baseline worked out in the same run. docs/benchmarks.md says how to read it.
import { endKey, makeKey } from '#store/people/keys.ts'
import { benchOptions } from '../options.ts'
import { isWithin, type Row, tableOf } from '../row.ts'
import { figureRows } from './figures.ts'
import { firstPageRows } from './first-page.ts'
import { openGround } from './ground.ts'
import type { Measured } from './measured.ts'
import { recordingRows } from './recording.ts'
import { given, seeded } from './seed.ts'
import { serving } from './serving.ts'
import { worklistRows } from './worklist.ts'

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
  const { url, store, pid } = ground
  const acting = await seeded(ground, cases)
  const scopes = ['cases.read', 'cases.write', 'cases.assign', 'figures.read']
  const keys = await Promise.all(
    [1, 2, 3, 4].map(async (n) => given(await makeKey(store, acting, { name: `measuring ${n}`, scopes }))),
  )
  const server = await serving({ DATABASE_URL: url })
  const postgres = pid === undefined ? [] : [pid]
  const on: Measured = {
    url,
    acting,
    address: server.address,
    keys: keys.map(({ key }) => key),
    postgres,
    pids: [server.pid, ...postgres],
  }
  try {
    const [few, many] = quick ? [100, 1_000] : [1_000, 10_000]
    return [
      ...(await recordingRows(on, many)),
      ...(await worklistRows(on, few)),
      ...(await figureRows(on, few / 10)),
      ...(await firstPageRows(url, quick ? 3 : 7)),
    ]
  } finally {
    await server.stop()
    for (const { keyId } of keys) await endKey(store, acting, { keyId })
  }
}
