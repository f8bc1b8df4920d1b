import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { logAccess } from '../words/access-log.ts'
import { attachIn } from '../words/attach.ts'
import { typeOfAttachment } from '../words/attachment-type.ts'
import { keepWords } from '../words/keep-words.ts'
import { textFault } from '../words/text.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** A file that came with evidence. */
export interface PaperFile {
  readonly name: string
  readonly content: Uint8Array
}

/** What shows that something was done: a note, a link to a page, files. */
export interface Paper {
  readonly note?: string
  readonly link?: string
  readonly files?: readonly PaperFile[]
}

/** What was kept of it, as pages show it. */
export interface PaperKept {
  readonly wordsId: string
  readonly kind: 'evidence' | 'link'
  /** Nothing once it was erased. */
  readonly text: string | null
  readonly files: readonly PaperFileKept[]
}

export interface PaperFileKept {
  readonly attachmentId: string
  readonly name: string
  readonly bytes: number
}

/** A paper checked at the door, its files’ types told by what they hold. */
export interface PaperReady {
  readonly note: string
  readonly link: string
  readonly files: readonly (PaperFile & { readonly type: string })[]
}

const mostFiles = 10
const longestLink = 2_000

/** Checks a paper before anything is written. */
export async function paperReady({ note = '', link = '', files = [] }: Paper): Promise<PaperReady | Refused> {
  const fault = (note === '' ? undefined : textFault(note, '/note')) ?? linkFault(link)
  if (fault !== undefined) return fault
  if (files.length > mostFiles)
    return refused(
      'too many',
      `no more than ${mostFiles} files can be sent at once`,
      'send the rest afterwards',
      '/files',
    )
  const ready: (PaperFile & { readonly type: string })[] = []
  for (const file of files) {
    const type = await typeOfAttachment(file.content)
    if (isRefused(type)) return { ...type, field: '/files' }
    ready.push({ ...file, type })
  }
  return { note, link, files: ready }
}

/** Keeps a paper in the drawer, of a record that is there, and gives its ids for the fact to refer to. */
export async function keepPaper(
  tx: Transaction,
  store: Store,
  caseId: string,
  { note, link, files }: PaperReady,
): Promise<readonly string[] | Refused> {
  const at = store.now()
  const kept: string[] = []
  if (note !== '' || files.length > 0) {
    const wordsId = await keepWords(tx, { kind: 'evidence', text: note, caseId, at })
    kept.push(wordsId)
    for (const file of files) {
      const attached = await attachIn(tx, store, { ...file, wordsId })
      if (isRefused(attached)) return attached
    }
  }
  if (link !== '') kept.push(await keepWords(tx, { kind: 'link', text: link, caseId, at }))
  return kept
}

/** The papers behind facts, by the ids they refer to; who read them is written down. */
export async function papersOf(
  tx: Transaction,
  wordsIds: readonly string[],
  why: string,
): Promise<ReadonlyMap<string, PaperKept>> {
  if (wordsIds.length === 0) return new Map()
  const { landlord } = tx.acting
  const rows = await tx.run(papersById, [landlord, wordsIds])
  const files = await tx.run(filesOfPapers, [landlord, rows.map(({ wordsId }) => wordsId)])
  if (rows.length > 0)
    await logAccess(tx, {
      what: 'evidence',
      customerIds: [],
      wordsIds: rows.map(({ wordsId }) => wordsId).slice(0, 1_000),
      why,
    })
  return new Map(
    rows.map((row) => [
      row.wordsId,
      {
        ...row,
        files: files.filter(({ wordsId }) => wordsId === row.wordsId).map(({ wordsId: _, ...file }) => file),
      },
    ]),
  )
}

/** The ids of its papers that a fact carries. */
export function papersIn(data: Readonly<Record<string, unknown>>): readonly string[] {
  const words = data['words']
  if (typeof words === 'string') return [words]
  return Array.isArray(words) ? words.filter((each) => typeof each === 'string') : []
}

function linkFault(link: string): Refused | undefined {
  if (link === '') return undefined
  const url = link.length <= longestLink && URL.canParse(link) ? new URL(link) : undefined
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')) return undefined
  return refused(
    'not valid',
    'this is not the address of a page',
    'copy the whole address from the browser, beginning with https://',
    '/link',
  )
}

const papersById = statement<Omit<PaperKept, 'files'>>(
  'papers-by-id',
  `select words_id as "wordsId", kind, text from words
    where landlord = $1 and words_id = any ($2::text[]) and kind in ('evidence', 'link') limit 1000`,
)

const filesOfPapers = statement<PaperFileKept & { readonly wordsId: string }>(
  'files-of-papers',
  `select u.words_id as "wordsId", u.use_id as "attachmentId", u.name, a.bytes from attachment_uses u
     join attachments a on a.landlord = u.landlord and a.digest = u.digest
    where u.landlord = $1 and u.words_id = any ($2::text[]) and u.erased_at is null order by u.added_at, u.use_id limit 2000`,
)
