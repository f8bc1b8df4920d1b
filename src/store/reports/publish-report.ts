import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { canonical } from '#core/reporting/canonical.ts'
import type { Fulfilment } from '#core/reporting/fulfilled.ts'
import { reportDefinitions } from '#core/reporting/report-kind.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { recordStep } from '../ledger/append.ts'
import { letTimePass } from '../ledger/figures.ts'
import type { SecretBox } from '../people/secret-box.ts'
import { readAloudLater } from '../recordings/recordings.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type DraftReport, draftWithin } from './read-reports.ts'
import { mailOne } from './report-mail.ts'
import { lockReport, notYetOver, periodOfRow, type ReportRow } from './report-row.ts'
import { recordReportStep } from './report-steps.ts'
import type { WordsWritten } from './report-words.ts'
import { signingKey } from './signing.ts'
import { digestOf } from './verify-report.ts'

/** A report that somebody checked, and what they saw of it. */
export interface ToPublish {
  readonly reportId: string
  /** `DraftReport.seen`, as it was when they read it. */
  readonly seen: string
}

/**
 * Publishes a report that a second person has checked: freezes its figures and words, signs them, and records what the
 * landlord has shown and done by it. Refused where figures or words are no longer what was checked.
 */
export async function publishReport(
  store: Store,
  acting: Acting,
  box: SecretBox,
  { reportId, seen }: ToPublish,
): Promise<{ readonly reportId: string; readonly digest: string } | Refused> {
  const upToNow = acting.may.has('publish') && (await letTimePass(store, acting))
  return store.database.transact(
    acting,
    'publish',
    async (tx) => {
      const row = await lockReport(tx, reportId)
      if (isRefused(row)) return row
      const draft = await draftWithin(tx, store, row, upToNow)
      if (isRefused(draft)) return draft
      const fault = checkFault(acting, row, draft, seen)
      if (fault !== undefined) return fault
      const at = store.now()
      const digest = await freeze(tx, box, { draft, sentBy: row.sentBy ?? '', at })
      await recordReportStep(tx, at, { reportId, step: 'published' })
      const recorded = await fulfil(tx, store, draft)
      if (isRefused(recorded)) return recorded
      if (reportDefinitions[row.kind].readers === 'everybody') await readAloudLater(tx)
      await mailOne(tx, store, row.sentBy, {
        subject: `${draft.title}: published`,
        says: ['A report of yours was checked and is published:', [draft.title]],
      })
      return { reportId, digest }
    },
    { snapshot: true },
  )
}

function checkFault(
  acting: Acting,
  row: ReportRow,
  { words, seen: now, today }: DraftReport,
  seen: string,
): Refused | undefined {
  if (row.state !== 'to be checked')
    return refused('changed meanwhile', 'this report does not wait to be checked', 'open it again')
  if (today <= row.toOn) return notYetOver(periodOfRow(row))
  if (isOwn(acting, row, words))
    return refused(
      'not valid',
      'you wrote this report or sent it, so a second person has to check it',
      'ask somebody else who publishes reports',
    )
  if (now === seen) return undefined
  return refused(
    'changed meanwhile',
    'figures or words have changed since you opened it',
    'read what changed, then publish it',
  )
}

/** Whether somebody had a hand in a report, and cannot be the second person. */
export function isOwn(
  { by }: Acting,
  { sentBy, changedBy }: Pick<ReportRow, 'sentBy' | 'changedBy'>,
  words: ReadonlyMap<string, WordsWritten>,
): boolean {
  return by === sentBy || by === changedBy || [...words.values()].some(({ writtenBy }) => writtenBy === by)
}

async function freeze(
  tx: Transaction,
  box: SecretBox,
  { draft, sentBy, at }: { readonly draft: DraftReport; readonly sentBy: string; readonly at: Instant },
): Promise<string> {
  const { landlord, by } = tx.acting
  const { reportId } = draft.row
  const content = canonical(draft.content)
  const digest = digestOf(content)
  const key = await signingKey(tx, box, at)
  const values = [
    landlord,
    reportId,
    content,
    digest,
    key.keyId,
    key.sign(digest),
    instantText(at),
    by,
    sentBy,
  ]
  await tx.run(insertPublished, values)
  await tx.run(markPublished, [landlord, reportId])
  return digest
}

/** Records what the landlord has shown its customers by it, and which of its duties it has done. */
async function fulfil(
  tx: Transaction,
  store: Store,
  { row, content, fulfilments, title, today }: DraftReport,
): Promise<Refused | undefined> {
  for (const { promise, does } of fulfilments.filter(({ key }) => row.fulfils.includes(key))) {
    const recorded = await recordStep(tx, store, {
      open:
        'shows' in does
          ? { kind: 'publication', act: publication(does, content, today) }
          : {
              kind: 'obligation',
              act: {
                type: 'evidence-recorded',
                data: { duty: does.duty, promise },
                words: [{ kind: 'note', text: `${title}, version ${row.version}, was published.` }],
              },
            },
    })
    if (isRefused(recorded)) return recorded
  }
  return undefined
}

function publication(
  { shows, where }: Extract<Fulfilment['does'], { readonly shows: string }>,
  { period, version }: DraftReport['content'],
  today: Day,
) {
  return {
    type: 'publication-made',
    data: {
      what: shows,
      where,
      form: 'report',
      edition: `${period.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}-version-${version}`,
      datedOn: formatDay(today),
    },
  }
}

const insertPublished = statement(
  'insert-published-report',
  `insert into published_reports
     (landlord, report_id, content, digest, key_id, signature, published_at, published_by, sent_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

const markPublished = statement(
  'mark-report-published',
  `update reports set state = 'published', revision = revision + 1 where landlord = $1 and report_id = $2`,
)
