import { systemActing } from '#core/people/acting.ts'
import { openCase } from '#store/ledger/append.ts'
import { draftReport } from '#store/reports/draft-report.ts'
import { publishReport } from '#store/reports/publish-report.ts'
import { readDraft } from '#store/reports/read-reports.ts'
import { sendReport } from '#store/reports/send-report.ts'
import { publishTranslation } from '#store/translations/check-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import { done } from '#test/store/databases.ts'
import type { House } from '#test/store/people/people.ts'

/** Publishes the quarterly report of the quarter before, from one letter; gives its id. */
export async function publishQuarter(house: House): Promise<string> {
  const { store, landlord, door } = house
  const now = house.at
  house.at = now - 60 * 86_400_000
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, landlord, { kind: 'enquiry', act }))
  house.at = now
  const writes = systemActing(landlord.landlord, 'staff:writer')
  const checks = systemActing(landlord.landlord, 'staff:checker')
  const { reportId } = done(await draftReport(store, writes, { kind: 'quarterly', month: 2025 * 12 + 11 }))
  done(await sendReport(store, writes, { reportId }))
  const { seen } = done(await readDraft(store, checks, { reportId }))
  done(await publishReport(store, checks, door.box, { reportId, seen }))
  return reportId
}

/** Publishes a document in another language. */
export async function publishTranslated(house: House, document: string, language: string): Promise<void> {
  const { store, landlord } = house
  const writes = systemActing(landlord.landlord, 'staff:writer')
  const checks = systemActing(landlord.landlord, 'staff:checker')
  const { translationId } = done(await wantTranslation(store, writes, { document, language }))
  const says = {
    title: 'Gwasanaethau',
    text: 'Gwasanaethau',
    translator: '',
    byProgram: false,
    sourceText: '',
  }
  const written = done(await writeTranslation(store, writes, { translationId, revision: 1, ...says }))
  done(await sendTranslation(store, writes, written))
  const sent = { translationId, revision: written.revision + 1 }
  done(await publishTranslation(store, checks, sent))
}
