import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { mostLetters } from '#core/reporting/report-words.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { lockReport, type ReportRow } from './report-row.ts'
import { putWords, type WordsWritten, wordsOf } from './report-words.ts'

/** What an officer typed into a draft. Places that were not sent stay as they are. */
export interface ReportTyped {
  readonly words: ReadonlyMap<string, string>
  /** Why a restatement is made. */
  readonly because?: string
  /** What publishing it fulfils. */
  readonly fulfils?: readonly string[]
  /** When the form was opened: what somebody else wrote since is not written over. */
  readonly openedAt: Instant
}

/** More places than any pack has promises. */
const mostPlaces = 2_000
const mostLettersOfReason = 2_000

/** Writes an officer’s words into a draft. */
export function writeReport(
  store: Store,
  acting: Acting,
  { reportId, typed }: { readonly reportId: string; readonly typed: ReportTyped },
): Promise<{ readonly reportId: string } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const row = await lockReport(tx, reportId)
    if (isRefused(row)) return row
    if (row.state !== 'drafted') return notADraft(row)
    const written = await wordsOf(tx, reportId)
    const fault = wordsFault(tx, typed, written)
    if (fault !== undefined) return fault
    for (const [place, text] of typed.words)
      if (text !== (written.get(place)?.text ?? ''))
        await putWords(tx, store.now(), { reportId, place, text })
    const because = typed.because === undefined ? row.because : typed.because || null
    const fulfils = JSON.stringify(typed.fulfils ?? row.fulfils)
    const isChanged = because !== row.because || fulfils !== JSON.stringify(row.fulfils)
    const changedBy = isChanged ? acting.by : row.changedBy
    await tx.run(changeDraft, [acting.landlord, reportId, because, fulfils, changedBy])
    return { reportId }
  })
}

/** Why the state of a report does not allow its words to be changed. */
function notADraft({ state }: ReportRow): Refused {
  return state === 'published'
    ? refused('not valid', 'this report is published', 'what no longer holds is put right by a restatement')
    : refused('not valid', 'this report waits to be checked', 'take it back first')
}

function wordsFault(
  { acting }: Transaction,
  { words, because, fulfils, openedAt }: ReportTyped,
  written: ReadonlyMap<string, WordsWritten>,
): Refused | undefined {
  if (words.size > mostPlaces || (fulfils?.length ?? 0) > mostPlaces)
    return refused('too many', 'there are more words than places in the report', 'open the report again')
  if ((because?.length ?? 0) > mostLettersOfReason)
    return refused(
      'too large',
      `the reason is over ${mostLettersOfReason} letters long`,
      'shorten it',
      '/because',
    )
  for (const [place, text] of words) {
    if (place.length === 0 || place.length > 200)
      return refused('not valid', 'there is no such place in the report', 'open the report again')
    if (text.length > mostLetters)
      return refused('too large', `the text is over ${mostLetters} letters long`, 'shorten it', `/${place}`)
    const before = written.get(place)
    if (before === undefined || before.text === text) continue
    if (before.writtenBy !== acting.by && before.writtenAt > openedAt)
      return refused(
        'changed meanwhile',
        'somebody else wrote here since you opened the report',
        'copy what you wrote, open the report again and put both together',
        `/${place}`,
      )
  }
  return undefined
}

const changeDraft = statement(
  'change-draft-of-report',
  `update reports set because = $3, fulfils = $4::json, changed_by = $5, revision = revision + 1 where landlord = $1 and report_id = $2`,
)
