import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { isRefused } from '#core/refused.ts'
import { introduction } from '#core/reporting/report-words.ts'
import type { ReportKind } from '#core/reporting/report-kind.ts'
import { monthOf } from '#core/time/period.ts'
import { openSecretBox } from '#store/people/secret-box.ts'
import { draftReport } from '#store/reports/draft-report.ts'
import { publishReport } from '#store/reports/publish-report.ts'
import { readDraft } from '#store/reports/read-reports.ts'
import { sendReport } from '#store/reports/send-report.ts'
import { writeReport } from '#store/reports/write-report.ts'
import type { Store } from '#store/store.ts'
import { day } from '#test/core/time/calendars.ts'
import { done } from '../databases.ts'

/** The installation’s secret, for signing. */
export const box = openSecretBox('a secret of the tests, which is long enough')

/** Somebody of the landlord’s staff with a role. */
export function staff({ landlord }: Acting, name: string, role: Role): Acting {
  return { landlord, by: `staff:${name}`, staffId: name, may: permissionsOf([role]) }
}

/** Two people who make a report together. */
export function pair(landlord: Acting) {
  return {
    writer: staff(landlord, 'writer', 'performance officer'),
    checker: staff(landlord, 'checker', 'publisher'),
  }
}

/** Drafts a report of the period with a day in it, writes words, sends and publishes it. Gives its id. */
export async function published(
  store: Store,
  landlord: Acting,
  { kind, on }: { readonly kind: ReportKind; readonly on: string },
): Promise<string> {
  const { writer } = pair(landlord)
  const { reportId } = done(await draftReport(store, writer, { kind, month: monthOf(day(on)) }))
  await worded(store, writer, reportId)
  await checked(store, landlord, reportId)
  return reportId
}

/** Writes an introduction. */
export async function worded(
  store: Store,
  writer: Acting,
  reportId: string,
  because?: string,
): Promise<void> {
  const words = new Map([[introduction, 'We kept most of what we promised.']])
  const typed = { words, openedAt: store.now(), ...(because !== undefined && { because }) }
  done(await writeReport(store, writer, { reportId, typed }))
}

/** Sends a draft, and has it published by the second person. */
export async function checked(store: Store, landlord: Acting, reportId: string): Promise<void> {
  const { writer, checker } = pair(landlord)
  done(await sendReport(store, writer, { reportId }))
  const draft = done(await readDraft(store, checker, { reportId }))
  const made = await publishReport(store, checker, box, { reportId, seen: draft.seen })
  if (isRefused(made)) throw new Error(made.refusal)
}
