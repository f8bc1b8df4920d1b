import { setTimeout as wait } from 'node:timers/promises'
import { type Client, startClients } from './clients.ts'
import { faultsIn } from './faults-in.ts'
import { type Ground, openGround } from './ground.ts'

export interface TortureOptions {
  readonly rounds: number
  readonly seed: number
  readonly say: (line: string) => void
}

/** Runs so many rounds, and gives everything that is then wrong. */
export async function torture({ rounds, seed, say }: TortureOptions): Promise<readonly string[]> {
  const chance = chanceFrom(seed)
  const ground = await openGround()
  let isClean = false
  try {
    const clients = startClients(ground)
    for (let round = 1; round <= rounds; round++) say(await oneRound(round, ground, clients, chance))
    await clients.stop()
    say(`${clients.acknowledged().length} events were acknowledged; looking for each of them`)
    const faults = await faultsIn(ground, clients, say)
    isClean = faults.length === 0
    return faults
  } finally {
    await ground.stop(!isClean)
    if (!isClean) say(`logs and database are left in ${ground.folder}`)
  }
}

/** What is killed, and how often among ten. */
const victims = [
  'server',
  'server',
  'server',
  'worker',
  'worker',
  'worker',
  'database',
  'database',
  'backend',
  'backend',
] as const

/** So many writes are acknowledged before the next kill, so that each one meets a system at work. */
const writesBetween = 20
/** So many deliveries may have been sent by a worker just before it was killed. */
const onTheirWay = 8
const longestRoundMs = 90_000

async function oneRound(
  round: number,
  ground: Ground,
  clients: Client,
  chance: () => number,
): Promise<string> {
  const victim = victims[Math.floor(chance() * victims.length)] ?? 'server'
  const before = clients.acknowledged().length
  await acknowledged(clients, before + 1)
  await wait(chance() * 600)
  const began = performance.now()
  await ground.kill(victim)
  const atKill = clients.acknowledged().length
  const delivered = ground.receiver.came.size
  await acknowledged(clients, atKill + writesBetween)
  // A worker that is killed before it has begun again would have nothing to lose.
  await until(clients, () => ground.receiver.came.size > delivered + onTheirWay, 'delivered')
  const took = ((performance.now() - began) / 1000).toFixed(1)
  const written = clients.acknowledged().length - before
  return `round ${String(round).padStart(2)}: killed the ${victim.padEnd(8)} after ${atKill - before} events; ${written} in all, at work again within ${took} s; asked again ${clients.askedAgain()} times so far`
}

function acknowledged(clients: Client, events: number): Promise<void> {
  return until(clients, () => clients.acknowledged().length >= events, 'acknowledged')
}

async function until(clients: Client, isSo: () => boolean, what: string): Promise<void> {
  const latest = performance.now() + longestRoundMs
  while (!isSo()) {
    const [fault] = clients.faults()
    if (fault !== undefined) throw new Error(fault)
    if (performance.now() > latest)
      throw new Error(`nothing was ${what} for ${longestRoundMs / 1000} s: ${clients.lastTrouble()}`)
    await wait(20)
  }
}

/** Chance that comes out the same every time (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
