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
const actsACase = 6
const acts = [
  'contact-received',
  'case-assigned',
  'acknowledgement-sent',
  'note-kept',
  'holding-reply-sent',
  'reply-sent',
]

/** Starts writing. */
export function startClients(ground: Ground): Client {
  const acknowledged: Acknowledged[] = []
  const mails: string[] = []
  const faults: string[] = []
  let askedAgain = 0
  let lastTrouble = 'no trouble so far'
  const stopping = new AbortController()

  async function write(): Promise<void> {
    let caseId = ''
    for (let n = 0; !stopping.signal.aborted; n++) {
      const type = acts[n % actsACase] ?? ''
      const opens = n % actsACase === 0
      if (opens) caseId = randomUUID()
      const id = randomUUID()
      const path = opens ? '/cases' : `/cases/${caseId}/acts`
      const body = { type, id, data: dataOf(type), ...(opens && { kind: 'enquiry', case: caseId }) }
      const answer = await untilAnswered(path, JSON.stringify(body))
      if (answer === undefined) return
      const [event] = answer.events
      if (answer.case !== caseId || event?.id !== id)
        faults.push(`asked for ${id}, answered ${JSON.stringify(answer)}`)
      else acknowledged.push({ caseId, sequence: event.sequence, id })
    }
  }

  async function untilAnswered(path: string, body: string): Promise<Answer | undefined> {
    const key = randomUUID()
    for (;;) {
      try {
        const response = await fetch(`${ground.address}/api/v1${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${ground.key}`,
            'content-type': 'application/json',
            'idempotency-key': key,
          },
          body,
          signal: AbortSignal.timeout(10_000),
        })
        const text = await response.text()
        if (response.ok) return JSON.parse(text) as Answer
        lastTrouble = `${response.status} ${text.slice(0, 300)}`
        if (response.status < 500) {
          faults.push(`${path} was answered ${lastTrouble}`)
          return undefined
        }
      } catch (error) {
        lastTrouble = String(error)
      }
      askedAgain++
      await wait(50)
    }
  }

  async function post(): Promise<void> {
    const { store, acting } = ground
    while (!stopping.signal.aborted) {
      const mail = { to: 'a@example.org', subject: 'A subject', text: 'A text', about: 'torture' }
      // What was not acknowledged may or may not be there; only what was, is looked for.
      await store.database
        .transact(acting, 'jobs.write', (tx) => queueMail(tx, mail, store.now()))
        .then((id) => mails.push(given(id)))
        .catch((error: unknown) => (lastTrouble = String(error)))
      await wait(200)
    }
  }

  const running = Promise.all([...Array.from({ length: clients }, write), post()])
  return {
    acknowledged: () => acknowledged,
    mails: () => mails,
    askedAgain: () => askedAgain,
    faults: () => faults,
    lastTrouble: () => lastTrouble,
    async stop() {
      stopping.abort()
      await running
    },
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
