import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { queueMail } from '#store/jobs/outbox.ts'
import { given, type Ground } from './ground.ts'

/** An event that the server said was recorded. */
export interface Acknowledged {
  readonly caseId: string
  readonly sequence: number
  readonly id: string
}

/** Several programs that write, as programs should: with a key for each request, asking again until it is answered. */
export interface Client {
  acknowledged(): readonly Acknowledged[]
  /** Ids of mails that were put into the outbox. */
  mails(): readonly string[]
  askedAgain(): number
  /** Answers that nobody should get. */
  faults(): readonly string[]
  lastTrouble(): string
  /** Resolves when every request that was begun is answered. */
  stop(): Promise<void>
}

const clients = 4
const acts = [
  'contact-received',
  'case-assigned',
  'acknowledgement-sent',
  'note-kept',
  'holding-reply-sent',
  'reply-sent',
]

/** What has come of it so far. */
interface SoFar {
  readonly acknowledged: Acknowledged[]
  readonly mails: string[]
  readonly faults: string[]
  askedAgain: number
  lastTrouble: string
}

/** Starts writing. */
export function startClients(ground: Ground): Client {
  const soFar: SoFar = {
    acknowledged: [],
    mails: [],
    faults: [],
    askedAgain: 0,
    lastTrouble: 'no trouble so far',
  }
  const stopping = new AbortController()
  const { signal } = stopping
  const writing = Array.from({ length: clients }, () => write(ground, soFar, signal))
  const running = Promise.all([...writing, post(ground, soFar, signal)])
  return {
    acknowledged: () => soFar.acknowledged,
    mails: () => soFar.mails,
    askedAgain: () => soFar.askedAgain,
    faults: () => soFar.faults,
    lastTrouble: () => soFar.lastTrouble,
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function write(ground: Ground, soFar: SoFar, stopping: AbortSignal): Promise<void> {
  let caseId = ''
  for (let n = 0; !stopping.aborted; n++) {
    const type = acts[n % acts.length] ?? ''
    const opens = n % acts.length === 0
    if (opens) caseId = randomUUID()
    const id = randomUUID()
    const path = opens ? '/cases' : `/cases/${caseId}/acts`
    const body = { type, id, data: dataOf(type), ...(opens && { kind: 'enquiry', case: caseId }) }
    const answer = await untilAnswered(ground, soFar, path, JSON.stringify(body))
    if (answer === undefined) return
    const [event] = answer.events
    if (answer.case === caseId && event?.id === id)
      soFar.acknowledged.push({ caseId, sequence: event.sequence, id })
    else soFar.faults.push(`asked for ${id}, answered ${JSON.stringify(answer)}`)
  }
}

async function untilAnswered(
  ground: Ground,
  soFar: SoFar,
  path: string,
  body: string,
): Promise<Answer | undefined> {
  const key = randomUUID()
  for (;;) {
    try {
      const response = await ask(ground, path, body, key)
      const text = await response.text()
      if (response.ok) return JSON.parse(text) as Answer
      soFar.lastTrouble = `${response.status} ${text.slice(0, 300)}`
      if (response.status < 500) {
        soFar.faults.push(`${path} was answered ${soFar.lastTrouble}`)
        return undefined
      }
    } catch (error) {
      soFar.lastTrouble = String(error)
    }
    soFar.askedAgain++
    await wait(50)
  }
}

function ask({ address, key: bearer }: Ground, path: string, body: string, key: string): Promise<Response> {
  return fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body,
    signal: AbortSignal.timeout(10_000),
  })
}

async function post({ store, acting }: Ground, soFar: SoFar, stopping: AbortSignal): Promise<void> {
  const mail = { to: 'a@example.org', subject: 'A subject', text: 'A text', about: 'torture' }
  while (!stopping.aborted) {
    // What was not acknowledged may or may not be there; only what was, is looked for.
    await store.database
      .transact(acting, 'jobs.write', (tx) => queueMail(tx, mail, store.now()))
      .then((id) => soFar.mails.push(given(id)))
      .catch((error: unknown) => (soFar.lastTrouble = String(error)))
    await wait(200)
  }
}

interface Answer {
  readonly case: string
  readonly events: readonly { readonly sequence: number; readonly id: string | null }[]
}

function dataOf(type: string): Readonly<Record<string, unknown>> {
  if (type === 'contact-received') return { channel: 'letter' }
  if (type === 'case-assigned') return { team: 'repairs' }
  if (type === 'holding-reply-sent') return { reason: 'survey-needed', newDate: '2030-01-01' }
  return type === 'reply-sent' ? { full: true } : {}
}
