import type { EventData } from '#core/ledger/event.ts'
import { formatInstant, type Instant } from '#core/time/instant.ts'

/** One event of a call, as the text of a ledger line. The log's times are seconds of UTC, and so are these. */
export function callEvent(call: string, type: string, at: Instant, data: EventData = {}): string {
  return JSON.stringify({ case: call, kind: 'call', type, at: formatInstant(at, utc), data })
}

/** Who in the log: `SIP/204`, `Sam`. A member reached by an outside line is told by the last digits only. */
export function agentCode(agent: string): string {
  return agent.trim().replace(telephoneNumber, (digits) => `…${digits.slice(-3)}`)
}

/** Where a call was put through to: an extension, or only that it left the house. */
export function destinationCode(extension: string): string {
  const [code = ''] = extension.trim().split(/[,@]/)
  if (code === '') return 'not-named'
  return code.search(telephoneNumber) === -1 ? code : 'outside'
}

/** Seven digits and more are a telephone number, and those are not for the ledger. */
const telephoneNumber = /\+?\d(?: ?\d){6,}/g

const utc = { offsetAt: () => 0 }
