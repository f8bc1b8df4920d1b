import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Letterhead } from '#http/pdf/pdf-templates.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import { readWords } from '#store/words/read-words.ts'
import type { DiaryNames } from './names.ts'

/** Whose paper it is, with the office it comes from. */
export function headOf({ landlord }: Visitor, { offices }: DiaryNames, officeId: string | null): Letterhead {
  const office = offices.find(({ id }) => id === officeId)
  return {
    landlord: landlord.name,
    ...(office !== undefined && {
      lines: [office.name, office.telephone].filter((line): line is string => line !== null),
    }),
  }
}

/** What was written down with the latest event of a type: its reading is logged. Empty where nothing was. */
export async function wordsOfEvent(
  store: Store,
  acting: Acting,
  asked: { readonly caseId: string; readonly type: string; readonly kind: string; readonly why: string },
): Promise<string | Refused> {
  const timeline = await readTimeline(store, acting, asked.caseId)
  if (isRefused(timeline)) return timeline
  const event = timeline.events.findLast(({ type }) => type === asked.type)
  const listed = event?.data['words']
  const ids = Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : []
  if (ids.length === 0) return ''
  const words = await readWords(store, acting, { ids, why: asked.why })
  if (isRefused(words)) return words
  return words.find(({ kind }) => kind === asked.kind)?.text ?? ''
}
