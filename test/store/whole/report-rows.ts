import { createHash, generateKeyPairSync, sign } from 'node:crypto'

const at = '2026-03-02T09:00:00.123456+00:00'
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const content = '{"promises":[]}'
const digest = createHash('sha256').update(content).digest('hex')

/** A row for each table of reports; what is signed is signed truly, since it is checked. */
export const reportRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  report_settings: { year_begins: 4, three_years_from: 2024, changed_at: at, changed_by: 'staff:x1' },
  reports: {
    report_id: 'r1',
    kind: 'quarterly',
    period: '2026-Q1',
    from_on: '2026-01-01',
    to_on: '2026-03-31',
    due_on: '2026-04-28',
    version: 1,
    state: 'published',
    fulfils: ['P:website'],
    revision: 3,
    drafted_at: at,
    drafted_by: 'system',
    sent_at: at,
    sent_by: 'staff:x1',
    sent_figures: { figures: [] },
    changed_by: 'staff:x1',
  },
  report_words: {
    report_id: 'r1',
    place: 'introduction',
    text: 'We “kept”\nmost',
    written_at: at,
    written_by: 'staff:x1',
  },
  report_steps: { report_id: 'r1', n: 1, step: 'drafted', at, by: 'system' },
  signing_keys: {
    key_id: 's1',
    public_key: publicKey.export({ type: 'spki', format: 'pem' }),
    made_at: at,
  },
  signing_secrets: { key_id: 's1', sealed: '\\x01' },
  published_reports: {
    report_id: 'r1',
    content,
    digest,
    key_id: 's1',
    signature: sign(null, Buffer.from(digest), privateKey).toString('base64'),
    published_at: at,
    published_by: 'staff:x2',
    sent_by: 'staff:x1',
  },
}
