import { isRefused, type Refused } from '#core/refused.ts'
import { recordedSince, type Since } from '#store/case-page/since.ts'
import { type CaseAsked, versionSeen } from './case-asked.ts'

/** What others recorded since the form was opened, where it was refused for that. */
export async function sinceOpened(
  { store, acting, caseId, fields }: CaseAsked,
  refusal: Refused | undefined,
): Promise<Since | undefined> {
  if (refusal?.because !== 'changed meanwhile') return undefined
  const version = versionSeen(fields).expectedVersion ?? 0
  const since = await recordedSince(store, acting, { caseId, version })
  return isRefused(since) ? undefined : since
}
