import { templateOf } from './databases.ts'
import { type KeptServers, stopServers, testServers } from './servers.ts'

// Starts the servers that tests run on, once for all their processes, and says in a line of JSON where they are. Stops them
// when whoever asked for them ends what it says to us.

const kept = await Promise.all(
  testServers
    .filter(({ skip }) => skip === false)
    .map(async ({ name, url }) => {
      const at = await url()
      return [name, { url: at, template: await templateOf(at) }] as const
    }),
)
process.stdout.write(`${JSON.stringify(Object.fromEntries(kept) satisfies KeptServers)}\n`)
process.stdin.resume()
process.stdin.once('end', () => void stopServers().then(() => process.exit(0)))
