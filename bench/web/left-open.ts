import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { processorMsOf } from '../full-size/processor.ts'
import type { Serving } from '../full-size/serving.ts'
import type { Row } from '../row.ts'
import type { AtWork } from './people.ts'

/** Pages left open, each with its stream of events. */
export interface LeftOpen {
  readonly pages: number
  close(): void
}

/** The page of today for each person so many times over, and as many of their cases. */
export async function leftOpen(server: Serving, atWork: readonly AtWork[], each: number): Promise<LeftOpen> {
  const agent = new Agent({ keepAlive: true, maxSockets: 10_000 })
  const open = atWork.flatMap(({ session, cases }) =>
    Array.from({ length: each }, (_, n) => [
      streaming(agent, `${server.address}/live/today`, session),
      streaming(agent, `${server.address}/cases/${cases[n % cases.length]}/live`, session),
    ]).flat(),
  )
  await Promise.all(open)
  return { pages: open.length, close: () => agent.destroy() }
}

/** What it costs the server and the database, in a second, that pages stand open in which nothing happens. */
export async function leftOpenRow(
  pids: readonly number[],
  { pages }: LeftOpen,
  seconds: number,
): Promise<Row> {
  const ours = await processorOver(pids, seconds)
  return {
    what: `${pages} pages left open, processor time a second`,
    ours,
    baseline: 'a second of one processor',
    theirs: 1_000,
    unit: 'ms',
    budget: { of: 'ours', is: 'at most', amount: 200 },
  }
}

async function processorOver(pids: readonly number[], seconds: number): Promise<number> {
  const [before, began] = [processorMsOf(pids), performance.now()]
  await wait(seconds * 1_000)
  return ((processorMsOf(pids) - before) / (performance.now() - began)) * 1_000
}

/** Resolves once the stream has begun. */
function streaming(agent: Agent, address: string, session: string): Promise<void> {
  return new Promise((finish, fail) => {
    const headers = { cookie: `kept_session=${session}`, accept: 'text/event-stream' }
    const asking = request(address, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${address} was answered ${answer.statusCode}`))
      answer.once('data', () => finish())
      answer.on('error', () => {})
      answer.resume()
    })
    asking.on('error', fail)
    asking.end()
  })
}
