import { isRefused } from '#core/refused.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import type { ContactToRecord } from '#store/contacts/record-contact.ts'
import type { Step } from '#store/ledger/append.ts'
import { newId, newReference } from '#store/new-id.ts'
import { isQuestion, joinsCase, whatIsMissing } from './faults.ts'
import type { Planned, Recording } from './planned.ts'
import { contactSteps } from './steps/contact.ts'
import { workSteps } from './steps/work.ts'
import type { Typed } from './typed.ts'
import { whenItCame, whenToCallBack } from './when.ts'

/** What is to be recorded of what was typed, or everything that is wrong with it. */
export function planOf(typed: Typed, recording: Recording): ContactToRecord | readonly Fault[] {
  const received = whenItCame(typed, recording.now)
  const back = typed.outcome === 'call-back' ? whenToCallBack(typed, recording.now) : recording.now
  const faults = [...whatIsMissing(typed), ...[received, back].filter(isRefused).map(faultOf)]
  if (faults.length > 0 || isRefused(received) || isRefused(back)) return faults
  const customerId = typed.customer === 'new' ? newId() : typed.customer
  const planned: Planned = {
    typed,
    recording,
    received,
    back,
    caseId: joinsCase(typed) ? typed.case : newReference(),
    customerId: customerId === 'none' ? undefined : customerId,
  }
  const { caseId, steps } = isQuestion(typed) ? contactSteps(planned) : workSteps(planned)
  return {
    draftId: typed.draft,
    caseId,
    steps: steps as [Step, ...Step[]],
    ...(typed.customer === 'new' && { customer: { id: customerId, values: newCustomer(typed) } }),
    ...(typed.call !== '' && { callId: typed.call }),
  }
}

function newCustomer(typed: Typed): Readonly<Record<string, unknown>> {
  const values = {
    name: typed['new-name'],
    telephone: typed['new-telephone'],
    address: typed['new-address'],
    postcode: typed['new-postcode'],
  }
  const told = Object.entries(values).filter(([, value]) => value !== '')
  return { kind: 'person', ...Object.fromEntries(told) }
}
