import type { Acting } from '#core/people/acting.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'

/** A page of a case, as it is asked for. */
export interface CaseAsked {
  readonly store: Store
  readonly acting: Acting & { readonly staffId: string }
  readonly caseId: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  readonly fields: Fields
  readonly token: string
}

/** The case in the address, and who asks. */
export function caseAsked({
  store,
  visitor,
  params,
  query,
  fields,
  formToken,
}: PageAsked<Visitor>): CaseAsked {
  const caseId = params['caseId'] ?? ''
  return { store, acting: visitor.acting, caseId, params, query, fields, token: formToken }
}

/** The version of the case that whoever sends a form had seen; none where it says nothing that could be one. */
export function versionSeen(fields: Fields): { readonly expectedVersion?: number } {
  const text = textIn(fields, 'version')
  return /^\d{1,9}$/.test(text) ? { expectedVersion: Number(text) } : {}
}
