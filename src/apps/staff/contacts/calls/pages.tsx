import { isRefused, refused } from '#core/refused.ts'
import { textIn } from '#http/layout/fields.ts'
import { local } from '#http/html/local.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { liveRoute } from '#http/live/live-route.ts'
import { readCalls, stampOfCalls } from '#store/contacts/waiting-calls.ts'
import { recordAct } from '#store/ledger/append.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { promiseWords } from '../around.ts'
import { CallsPage } from './calls.tsx'

/** Calls as they come: answered here where no telephone system tells it. */
export const callPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/calls',
    who: 'cases.write',
    handle: async ({ store, visitor: { acting }, formToken, query }) => {
      const calls = await readCalls(store, acting)
      if (isRefused(calls)) return calls
      const all = [...calls.waiting, ...calls.toRecord, ...calls.voicemails]
      const ids = all.flatMap(({ customerId }) => customerId ?? [])
      const names = await namesOfCustomers(store, acting, { ids, why: 'calls' })
      const promises = await promiseWords({ store, acting })
      return {
        title: 'Calls',
        content: (
          <CallsPage calls={calls} names={names} promises={promises} now={store.now()} token={formToken} />
        ),
        notice: notices.get(textIn(query, 'done')),
        live: local`/calls/live`,
      }
    },
  }),
  liveRoute({
    path: '/calls/live',
    who: 'cases.write',
    watch: async ({ store, visitor: { acting } }) => {
      const stamp = await stampOfCalls(store, acting)
      return isRefused(stamp) ? '' : stamp
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/calls/:callId',
    who: 'cases.write',
    handle: async ({ store, visitor: { acting }, params, fields }) => {
      const callId = params['callId'] ?? ''
      const wanted = doings.get(textIn(fields, 'do'))
      const read = await readCase(store, acting, callId)
      if (isRefused(read)) return read
      if (wanted === undefined || read.case.kind !== 'call')
        return refused('not valid', 'this is nothing that happens to a call', 'go back to the list of calls')
      const act = { type: wanted.type, data: { by: acting.staffId } }
      const done = await recordAct(store, acting, callId, act, { expectedVersion: read.case.version })
      if (isRefused(done)) return done
      return wanted.done === undefined
        ? { goTo: local`/contacts/new?call=${callId}&customer=${read.case.customer_id ?? ''}` }
        : { goTo: local`/calls?done=${wanted.done}` }
    },
  }),
]

const doings: ReadonlyMap<string, { readonly type: string; readonly done?: string }> = new Map([
  ['answer', { type: 'call-answered' }],
  ['voicemail', { type: 'call-went-to-voicemail', done: 'voicemail' }],
  ['abandoned', { type: 'call-abandoned', done: 'abandoned' }],
])

const notices: ReadonlyMap<string, string> = new Map([
  ['voicemail', 'The call went to voicemail. Record the message when you have heard it.'],
  ['abandoned', 'The caller rang off. The call is counted as not answered.'],
])
