import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openCase } from '#store/ledger/append.ts'
import { landlordNamed } from '#store/landlords.ts'
import { systemActing } from '#core/people/acting.ts'
import { root } from '#test/house/tree.ts'
import { done, openTestStore } from '#test/store/databases.ts'
import { keptInProcess } from './kept-process.ts'

test('A landlord is added with its pack, listed, and shown what a bank holiday would move before it does', async (t) => {
  const { store, url, close } = await openTestStore('embedded', {
    now: () => Date.parse('2026-03-02T10:00Z'),
  })
  t.after(close)
  const folder = mkdtempSync(join(tmpdir(), 'kept-landlord-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const kept = (...args: readonly string[]) =>
    keptInProcess(['landlord', ...args], {
      DATABASE_URL: url,
      KEPT_SECRET: 'a secret of the tests, and of nobody else',
    })
  assert.match((await kept('list')).out, /There is no landlord yet/)
  assert.match((await kept('add', '--pack', 'linston')).err, /did you mean “linstone”\?/)
  assert.match((await kept('add', '--pack', 'linstone')).out, /^Added .* as linstone/)
  assert.match((await kept('list')).out, /^linstone {2}/)
  assert.equal((await kept('add', '--pack', 'linstone')).code, 2, 'it is there already')
  const acting = systemActing((await landlordNamed(store, 'linstone'))?.landlord ?? 0)
  const act = { type: 'contact-received', data: { channel: 'letter', from: 'customer' } }
  const { caseId } = done(await openCase(store, acting, { kind: 'enquiry', act }))
  const holidays = join(folder, 'holidays.json')
  writeFileSync(holidays, withHoliday('2026-03-09'))
  const activate = ['activate', '--landlord', 'linstone', '--holidays', holidays]
  const preview = await kept(...activate, '--preview')
  assert.match(preview.out, /^1 clock would move/)
  assert.match(preview.out, new RegExp(`${caseId} {2}running, due 2026-03-16 -> running, due 2026-03-17`))
  assert.match((await kept(...activate)).out, /^Activated/)
  assert.equal((await kept('activate', '--landlord', 'linstome')).code, 2)
})

/** The shipped bank holidays with one announced late, in Scotland. */
function withHoliday(date: string): string {
  const feed = JSON.parse(readFileSync(join(root, 'packs/holidays/bank-holidays.json'), 'utf8'))
  feed.scotland.events.push({ title: 'Announced late', date, notes: '', bunting: false })
  return JSON.stringify(feed)
}
