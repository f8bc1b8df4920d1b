import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { type VisitShown } from '#store/diaries/visits.ts'
import { recordSteps } from '#store/ledger/append.ts'
import { type FormSaid, nothingSaid, saidOf } from '../acts/act-faults.ts'
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
      return isRefused(visiting) ? visiting : actPage(visiting, asked.query, nothingSaid)
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
      if ('says' in steps)
        return { ...actPage(visiting, asked.fields, { faults: [steps], asks: [] }), status: 422 }
      const recorded = await recordSteps(store, acting, steps)
      if (!isRefused(recorded)) return { goTo: nextAfter(act, visit, asked.fields) }
      if (recorded.because === 'not found') return recorded
      return {
        ...actPage(visiting, asked.fields, saidOf(recorded, 'Go back and do it, or choose below why not.')),
        status: recorded.because === 'changed meanwhile' ? 409 : 422,
      }
    },
  }),
]

function actPage(visiting: Visiting, typed: Fields, { faults, asks }: FormSaid) {
  return {
    title: visitActs[visiting.act].title,
    content: <VisitActPage visiting={visiting} typed={typed} faults={faults} asks={asks} />,
    faults,
    back: { href: local`/reception`, text: 'Reception' },
  }
}

function nextAfter(act: VisitAct, { caseId, customerId, wants }: VisitShown, fields: Fields): Url {
  if (act === 'nobody' && textIn(fields, 'offered') === 'appointment')
    return customerId === null
      ? local`/appointments/new?case=${caseId}&place=office&staff=${wants ?? ''}`
      : local`/appointments/new?case=${caseId}&customer=${customerId}&place=office&staff=${wants ?? ''}`
  if (act === 'left' && textIn(fields, 'confirmation') === 'yes')
    return local`/reception/visits/${caseId}/confirmed`
  return local`/reception?done=${visitActs[act].done}`
}
