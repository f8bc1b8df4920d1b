// Runs Kept with a demonstration: five landlords, their example year, and somebody for each role.
import { readConfig } from '#apps/config/config.ts'
import { runServer } from '#apps/run-server.ts'
import { type Role, roles } from '#core/people/role.ts'
import { inWords, isRefusal } from '#core/refusal.ts'
import { openLogger } from '#http/server/logger.ts'
import { openDoor } from '#store/people/door.ts'
import { landlords } from '../examples/year/landlords.ts'
import { demoEmail, demoPassword } from './demo-staff.ts'
import { loadExample } from './load-example.ts'

// What goes well is told in words here; the log speaks up where something does not.
const config = readConfig({ KEPT_LOG: 'warn', ...process.env })
if (!('port' in config)) {
  for (const fault of config) console.error(inWords(fault))
  process.exit(2)
}
let signIns = ''
const came = await runServer({
  config,
  logger: openLogger(config.log),
  say: (line) => console.log(`${signIns}\n${line} (Ctrl-C stops it)`),
  async first({ store, secret }) {
    const door = openDoor({ secret, origin: config.origin ?? '' })
    const example = await loadExample({
      store,
      door,
      say: (line) => console.log(line),
      untilYesterday: true,
    })
    if (isRefusal(example)) return example
    if (example !== 'not ours') signIns = signInsText(demoPassword(door))
    return undefined
  },
})
if (isRefusal(came)) console.error(inWords(came))
process.exitCode = came === 'asked' ? 0 : 1

function signInsText(password: string): string {
  const packs = landlords.map(({ pack }) => pack)
  const names = Object.keys(roles) as Role[]
  const lines = names.map((role) => `  ${demoEmail(role, packs[0] ?? '').padEnd(44)} ${roles[role].says}`)
  return `
Sign in as any of these, with the password ${password}
${lines.join('\n')}
and the same at the other landlords: ${packs.slice(1).join(', ')}`
}
