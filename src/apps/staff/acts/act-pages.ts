import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'

/** The page on which an act is done, where it has one of its own. */
export function actPage(type: string, caseId: string): Url | undefined {
  return pages[type]?.(caseId)
}

/** Where the button of any act leads. */
export function pageOfAct(type: string, caseId: string): Url {
  return actPage(type, caseId) ?? local`/cases/${caseId}/acts/${type}`
}

/** One line each: the act, and where it is done instead of on a form made from its fields. */
const pages: Readonly<Record<string, (caseId: string) => Url>> = {
  'acknowledgement-sent': (caseId) => local`/cases/${caseId}/answer?as=acknowledgement`,
  'holding-reply-sent': (caseId) => local`/cases/${caseId}/answer?as=holding`,
  'reply-sent': (caseId) => local`/cases/${caseId}/answer?as=full`,
  'complaint-acknowledged': (caseId) => local`/cases/${caseId}/answer?as=acknowledgement`,
  'complaint-extended': (caseId) => local`/cases/${caseId}/answer?as=holding`,
  'complaint-answered': (caseId) => local`/cases/${caseId}/answer?as=full`,
  'case-assigned': (caseId) => local`/cases/${caseId}/assign`,
  referred: (caseId) => local`/cases/${caseId}/pass-on`,
  'complaint-redirected': (caseId) => local`/complaints/${caseId}/redirect`,
  'appointment-booked': (caseId) => local`/appointments/new?case=${caseId}`,
  'no-access': (caseId) => local`/appointments/${caseId}/no-access`,
  'visitor-seen': (caseId) => local`/reception/visits/${caseId}/seen`,
  'wait-advised': (caseId) => local`/reception/visits/${caseId}/advise`,
  'no-staff-available': (caseId) => local`/reception/visits/${caseId}/nobody`,
  'visitor-left': (caseId) => local`/reception/visits/${caseId}/left`,
  'merged-into': (caseId) => local`/cases/${caseId}/merge`,
}
