import { lookup, type LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { AddressRules } from '#store/jobs/webhooks/check-webhook.ts'
import type { Message, Sender } from '#store/jobs/webhooks/deliver.ts'
import { isPrivateAddress } from './private-address.ts'
import { signatureHeaders } from './sign.ts'

export interface SendRules extends AddressRules {
  /** How long the whole may take. */
  readonly milliseconds?: number
}

/**
 * Sends signed messages: at most ten seconds each, following no redirect, and only to public addresses unless the
 * installation says otherwise. The address is checked where it is connected to, so that a name cannot lead elsewhere
 * between the check and the connection.
 */
export function webhookSender({ privateAddresses, milliseconds = 10_000 }: SendRules): Sender {
  return async (message) => {
    const url = new URL(message.url)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!privateAddresses && isIP(host) !== 0 && isPrivateAddress(host)) throw notPublic(host)
    const signal = AbortSignal.timeout(milliseconds)
    try {
      return await post(url, message, signal, privateAddresses ? undefined : publicLookup)
    } catch (error) {
      if (signal.aborted) throw new Error(`no answer within ${milliseconds / 1000} seconds`, { cause: error })
      throw error
    }
  }
}

function post(
  url: URL,
  { messageId, body, secrets, at }: Message,
  signal: AbortSignal,
  lookUp: LookupFunction | undefined,
): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'kept',
    ...signatureHeaders({ messageId, timestamp: Math.floor(at / 1000), body, secrets }),
  }
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, signal, agent: false, ...(lookUp && { lookup: lookUp }) }
    const sending = request(url, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      // What the receiver says beside its status is nothing to us.
      answer.destroy()
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

/** Looks a name up, and answers with its addresses only where all of them are public. */
const publicLookup: LookupFunction = (host, options, then) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const inner = error === null ? addresses.find(({ address }) => isPrivateAddress(address)) : undefined
    const fault = error ?? (inner === undefined ? null : notPublic(host))
    const [first] = addresses ?? []
    if (fault !== null || first === undefined) then(fault ?? new Error(`${host} has no address`), '', 0)
    else if (options.all === true) then(null, addresses)
    else then(null, first.address, first.family)
  })
}

function notPublic(host: string): Error {
  return new Error(`${host} is not on the public internet, and this installation sends nowhere else`)
}
