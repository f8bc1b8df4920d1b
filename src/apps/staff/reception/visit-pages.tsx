import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { type VisitShown } from '#store/diaries/visits.ts'
import { recordSteps } from '#store/ledger/append.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { overrideField } from '../acts/act-from-form.ts'
import { type VisitAct, visitActs } from './visit-acts.ts'
import { stepsOfVisit } from './visit-steps.ts'
import { VisitActPage } from './visit-act.tsx'
import { readVisiting, type Visiting } from './visiting.ts'

/** What is done with a visitor who is here: said how long, seen, told that nobody is there, seen off. */
export const visitPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/reception/visits/:caseId/:act',
    who: 'cases.write',
    handle: async (asked) => {
      const visiting = await readVisiting(asked)
      return isRefused(visiting) ? visiting : actPage(visiting, asked.query, [], [])
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/reception/visits/:caseId/:act',
    who: 'cases.write',
    handle: async (asked) => {
      const visiting = await readVisiting(asked)
      if (isRefused(visiting)) return visiting
      const { store, acting, act, visit } = visiting
      const steps = stepsOfVisit(visiting, asked.fields)
      if ('says' in steps) return { ...actPage(visiting, asked.fields, [steps], []), status: 422 }
      const recorded = await recordSteps(store, acting, steps)
      if (!isRefused(recorded)) return { goTo: nextAfter(act, visit, asked.fields) }
      if (recorded.because === 'not found') return recorded
      return {
        ...actPage(visiting, asked.fields, faultsOf(recorded), recorded.asks ?? []),
        status: recorded.because === 'changed meanwhile' ? 409 : 422,
      }
    },
  }),
]

function actPage(visiting: Visiting, typed: Fields, faults: readonly Fault[], asks: readonly PromiseAsks[]) {
  return {
    title: visitActs[visiting.act].title,
    content: <VisitActPage visiting={visiting} typed={typed} faults={faults} asks={asks} />,
    faults,
    back: { href: local`/reception`, text: 'Reception' },
  }
}

/** A promise that asks for more speaks in its own words, at the box in which one may say why not. */
function faultsOf(recorded: Refused): readonly Fault[] {
  if (recorded.asks === undefined) return simpleFaults(recorded)
  return recorded.asks.map(({ promise, says }) => ({
    field: overrideField(promise),
    says: `We promise: “${says}” (${promise}). Go back and do it, or choose below why not.`,
  }))
}

function nextAfter(act: VisitAct, { caseId, customerId }: VisitShown, fields: Fields): Url {
  if (act === 'nobody' && textIn(fields, 'offered') === 'appointment')
    return customerId === null
      ? local`/appointments/new?case=${caseId}`
      : local`/appointments/new?case=${caseId}&customer=${customerId}`
  if (act === 'left' && textIn(fields, 'confirmation') === 'yes')
    return local`/reception/visits/${caseId}/confirmed`
  return local`/reception?done=${visitActs[act].done}`
}
