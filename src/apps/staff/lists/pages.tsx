import { isRefused, type Refused } from '#core/refused.ts'
import type { Url } from '#http/html/url.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, fieldsFrom, listIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { assignCases, type Assigned } from '#store/lists/assign-cases.ts'
import { filterFrom } from '#store/lists/case-filter.ts'
import { listByFilter } from '#store/lists/case-list.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { keepView, removeView } from '#store/views/views.ts'
import { counted } from '../today/words.ts'
import { casesAddress, filterFields } from './address.ts'
import { csvOf } from './csv.ts'
import { casesAnswer } from './list-shown.tsx'

/** Lists of cases, kept views, and giving several cases to somebody at once. */
export const listPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases',
    who: 'cases.read',
    handle: (asked) => casesAnswer(asked, { query: asked.query, notice: noticeIn(asked.query) }),
  }),
  pageRoute({ method: 'GET', path: '/cases.csv', who: 'figures.read', handle: csv }),
  pageRoute({ method: 'POST', path: '/cases/assign', who: 'cases.assign', handle: assign }),
  pageRoute({ method: 'POST', path: '/views', who: 'cases.read', handle: keep }),
  pageRoute({
    method: 'POST',
    path: '/views/:viewId/remove',
    who: 'cases.read',
    handle: async ({ store, visitor, params }) => {
      const removed = await removeView(store, visitor.acting, params['viewId'] ?? '')
      return isRefused(removed) ? removed : { goTo: local`/cases?done=removed` }
    },
  }),
]

/** The list as facts, for a spreadsheet. It names no customers. */
async function csv({ store, visitor, query }: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const filter = filterFrom(filterFields(query), store.vocabulary)
  if (isRefused(filter)) return filter
  const page = await listByFilter(store, visitor.acting, { filter, limit: mostInFile })
  if (isRefused(page)) return page
  const bytes = Buffer.from(csvOf(page.rows))
  return { file: { name: 'cases.csv', type: 'text/csv; charset=utf-8', bytes, keep: true } }
}

const mostInFile = 5_000

async function keep(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, fields } = asked
  const filter = filterFields(fields)
  const kept = await keepView(store, visitor.acting, {
    name: textIn(fields, 'name'),
    filter,
    sharedWith: textIn(fields, 'sharedWith'),
  })
  if (isRefused(kept)) return casesAnswer(asked, { query: filter, faults: [faultOf(kept)] })
  return { goTo: withDone(casesAddress(filter), 'kept') }
}

/** Gives the ticked cases away. Where some could not be, the list says which and why, and keeps them ticked. */
async function assign(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, fields } = asked
  const query = fieldsFrom(Object.fromEntries(new URLSearchParams(textIn(fields, 'list'))))
  const cases = listIn(fields, 'case').flatMap(tickedIn)
  const ticked = new Set(cases.map(({ caseId }) => caseId))
  const to = receiverIn(textIn(fields, 'receiver'))
  const faults: readonly Fault[] = [
    ...(cases.length === 0 ? [{ says: 'Tick the cases that you want to give to somebody.' }] : []),
    ...(to === undefined ? [{ field: 'receiver', says: 'Choose a team or a person.' }] : []),
  ]
  if (to === undefined || faults.length > 0) return casesAnswer(asked, { query, faults, ticked })
  const given = await assignCases(store, visitor.acting, { cases, to })
  if (isRefused(given)) return casesAnswer(asked, { query, faults: [faultOf(given)], ticked })
  if (given.refused.length > 0) return notAll(asked, query, given)
  const list = casesAddress(filterFields(query))
  return { goTo: withDone(list, `given-${given.done.length}`) }
}

function notAll(asked: PageAsked<Visitor>, query: Fields, { done, refused }: Assigned) {
  const faults = refused.map(({ caseId, why }) => ({ says: `${caseId}: ${faultOf(why).says}` }))
  const given = done.length === 0 ? undefined : `${counted(done.length, 'case')} given. The others were not.`
  const ticked = new Set(refused.map(({ caseId }) => caseId))
  return casesAnswer(asked, { query, faults, ticked, notice: given })
}

function tickedIn(text: string) {
  const [, version, caseId] = /^(\d{1,9})_(.{1,200})$/u.exec(text) ?? []
  return version === undefined || caseId === undefined ? [] : [{ caseId, version: Number(version) }]
}

function receiverIn(text: string): { readonly teamId: string } | { readonly staffId: string } | undefined {
  const [, what, id] = /^(team|staff)_(.{1,200})$/u.exec(text) ?? []
  if (id === undefined) return undefined
  return what === 'team' ? { teamId: id } : { staffId: id }
}

function withDone(address: Url, done: string): Url {
  return `${address}${address.includes('?') ? '&' : '?'}done=${done}` as Url
}

function noticeIn(query: Fields): string | undefined {
  const done = textIn(query, 'done')
  const given = /^given-(\d{1,4})$/.exec(done)?.[1]
  if (given !== undefined) return `${counted(Number(given), 'case')} given.`
  if (done === 'kept') return 'The view is kept.'
  return done === 'removed' ? 'The view is removed.' : undefined
}
