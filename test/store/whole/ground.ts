import pg from 'pg'
import type { Acting } from '#core/people/acting.ts'
import { openCase } from '#store/ledger/append.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { masters } from '#store/masters/masters.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { Store } from '#store/store.ts'
import { exportLandlord } from '#store/whole/export-landlord.ts'
import { importWhole } from '#store/whole/import-whole.ts'
import { sealDays } from '#store/verify/seal-days.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { done, type TestStore } from '../databases.ts'
import { smallYear } from '../loading/small-year.ts'
import { addCustomer } from '../masters/people.ts'
import { oneOfEach } from '../masters/samples.ts'
import { contactRows } from './contact-rows.ts'
import { caseWithLetter, letterRows } from './letter-rows.ts'
import { reportRows } from './report-rows.ts'
import { tryRows } from './try-rows.ts'
import { learningRows } from './learning-rows.ts'
import { observationRows } from './observation-rows.ts'
import { surveyRows } from './survey-rows.ts'
import { publicRows } from './public-rows.ts'
import { returnRows } from './return-rows.ts'
import { translationRows } from './translation-rows.ts'

const at = '2026-03-02T09:00:00.123456+00:00'
const id = { written_by: 'staff:x1', added_by: 'staff:x1' }
const digest = `\\x${'ab'.repeat(32)}`

/** A row for each table that the ledger and the masters do not fill, with what is awkward to carry. */
const rows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  words: {
    words_id: 'w1',
    kind: 'note',
    customer_id: 'customers-1',
    text: 'She said “ring\nme”, \\ and 𝄞',
    written_at: at,
    ...id,
  },
  attachments: { digest, media_type: 'image/png', bytes: 3, content: '\\x00ff0a' },
  attachment_uses: { use_id: 'u1', digest, words_id: 'w1', name: 'a photo.png', added_at: at, ...id },
  access_log: { access_id: 'a1', read_at: at, read_by: 'staff:x1', what: 'words', words: ['w1', 'w,"2'] },
  access_log_customers: { customer_id: 'customers-1', read_at: at, access_id: 'a1' },
  retention: { kind: 'note', months: 24, counted_from: 'written', set_at: at, set_by: 'system' },
  erasures: {
    erasure_id: 'x1',
    customer_id: 'c9',
    erased_at: at,
    erased_by: 'system',
    why: 'asked',
    counts: { words: 1 },
  },
  imports: {
    import_id: 'i1',
    kind: 'homes',
    digest,
    encoding: 'utf-8',
    headings: ['a', 'b'],
    state: 'done',
    made_at: at,
    made_by: 'system',
  },
  import_rows: {
    import_id: 'i1',
    line: 2,
    outcome: 'rejected',
    fields: ['a'],
    cells: ['1', null, ''],
    reason: 'no',
  },
  people_log: { at, actor: 'system', did: 'staff added', staff_id: 'staff-1', detail: { n: 1.5 } },
  webhooks: {
    webhook_id: 'h1',
    url: 'https://example.org/',
    secret: '\\x01',
    types: [],
    active: true,
    made_at: at,
    made_by: 'system',
  },
  absences: {
    absence_id: 'a1',
    staff_id: 'staff-1',
    from_at: at,
    to_at: '2026-03-09T09:00:00+00:00',
    place: 'leave',
    replies: true,
    made_at: at,
    made_by: 'system',
  },
  rota_turns: {
    rota: 'duty',
    team_id: 'teams-1',
    on_day: '2026-03-02',
    staff_id: 'staff-1',
    from_minute: 540,
    until_minute: 1020,
  },
  entitlement_looks: { case_id: caseWithLetter, look_at: at },
  access_copies: {
    case_id: caseWithLetter,
    customer_id: 'customers-1',
    gathered_at: at,
    gathered_by: 'system',
  },
  access_copy_items: {
    case_id: caseWithLetter,
    place: 0,
    customer_id: 'customers-1',
    section: 'Notes',
    title: 'note',
    at,
    text: 'Percy shouts',
  },
  access_redactions: {
    case_id: caseWithLetter,
    place: 0,
    starts: 0,
    ends: 5,
    made_at: at,
    made_by: 'system',
  },
  desks: { staff_id: 'staff-1', office_id: 'offices-1' },
  calendar_feeds: { staff_id: 'staff-1', digest, made_at: at },
  notices: {
    case_id: 'c1',
    promise: 'P',
    n: 1,
    occasion: 'due',
    staff_id: 'staff-1',
    kind: 'enquiry',
    keeps_until: at,
    made_at: at,
  },
  notice_preferences: { staff_id: 'staff-1', how: 'none' },
  digest_days: { day: '2026-03-02', sent_at: at },
  sign_ins: {
    staff_id: 'staff-1',
    email: 'sam@example.org',
    totp_last_step: 0,
    recovery_digests: [digest],
    must_change: false,
    made_at: at,
  },
  api_keys: { key_id: 'k1', name: 'a key', digest, scopes: ['cases.read'], made_by: 'system', made_at: at },
  outbox: {
    mail_id: 'm1',
    about: 'notice',
    message_id: 'm',
    made_at: at,
    tries: 0,
    next_at: at,
    recipient: 'a@example.org',
    subject: 's',
    text: 't',
  },
  ...letterRows,
  ...tryRows,
  ...learningRows,
  ...returnRows,
  ...publicRows,
  ...surveyRows,
  ...translationRows,
  ...observationRows,
  ...contactRows,
  ...reportRows,
}

/** What a small year may lack, for the tables that are worked out from it. */
const beside = [
  ['diary', { type: 'diary-shared', data: { by: 'staff-1' } }],
  ['reception-visit', { type: 'visitor-arrived' }],
  [
    'appointment',
    { type: 'appointment-booked', data: { for: '2026-03-02', place: 'home', staff: 'staff-1' } },
  ],
] as const

/** A small landlord with something in every table that an export or a backup has. */
export async function filledLandlord({ store, url, addLandlord }: TestStore): Promise<Acting> {
  const acting = await addLandlord('linstone')
  done(await loadEvents(store, acting, [smallYear('linstone', 0.003)], { actor: 'import:test' }))
  await addCustomer(store, acting, 'customers-2')
  for (const [kind, act] of beside) done(await openCase(store, acting, { kind, act }))
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, acting, { kind: 'enquiry', caseId: caseWithLetter, act }))
  for (const definition of masters) {
    const { values } = oneOfEach[definition.kind] ?? { values: {} }
    done(await addMaster(store, acting, definition, { id: `${definition.kind}-1`, values }))
  }
  await addRows(url, acting.landlord)
  done(await sealDays(store, acting))
  done(await verifyLandlord(store, acting))
  return acting
}

async function addRows(url: string, landlord: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const [table, row] of Object.entries(rows)) {
    const { rows: found } = await client.query<{ readonly name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    const columns = found.map(({ name }) => name).filter((name) => name in row)
    await client.query(
      `insert into ${table} (landlord, ${columns.join(', ')})
       select $1, ${columns.join(', ')} from json_populate_record(null::${table}, $2)`,
      [landlord, JSON.stringify(row)],
    )
  }
  await client.query(
    `insert into webhook_deliveries (landlord, delivery_id, webhook_id, case_id, sequence, next_at, made_at)
     select landlord, 'd1', 'h1', case_id, sequence, now(), now() from events where landlord = $1 limit 1`,
    [landlord],
  )
  // A day that is over, so that there is a root to carry.
  await client.query(`update events set entered_on = '2026-03-02' where landlord = $1`, [landlord])
  await client.end()
}

/** An export as text. */
export async function exported(store: Store, acting: Acting, backup = false): Promise<string> {
  const pieces: string[] = []
  const write = async (text: string) => {
    pieces.push(text)
  }
  done(await exportLandlord(store, acting, write, { backup }))
  return pieces.join('')
}

/** Imports a text that comes in pieces of a size. */
export function importedFrom(store: Store, text: string, piece = 10_000) {
  const bytes = Buffer.from(text)
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
  }
  return importWhole(store, pieces())
}
