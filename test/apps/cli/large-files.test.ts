import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { test } from 'node:test'
import { event, littlePack } from './little.ts'
import { figuresIn, kept, keptAlone, scratch, share } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const asked = ['measure', '--pack', pack, '--as-of', '2026-06-01T00:00:00Z', '--format', 'json', '--events']

/** Some 10 million characters a part: three stay in memory, and four no longer do (buckets.ts). */
const casesInAPart = 2_400
const parts = 20

/** Long lines, so that a file is large before its events are many. */
const padding = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`field${n}`, 'x'.repeat(190)]))

for (let part = 0; part < parts; part++) {
  const text = partOf(part)
  writeFileSync(folder.path(`part-${part}`), text)
  if (part < 4) appendFileSync(folder.path('small'), text)
  appendFileSync(folder.path('large'), text)
}

test('A file too large for memory gives the same figures as its small parts together', async () => {
  const together = new Map<string, { kept: number; counted: number }>()
  for (let part = 0; part < parts; part++) {
    const { out } = await kept(...asked, folder.path(`part-${part}`))
    for (const [id, figure] of figuresIn(out)) {
      const sum = together.get(id) ?? { kept: 0, counted: 0 }
      together.set(id, { kept: sum.kept + figure.kept, counted: sum.counted + figure.counted })
    }
  }
  const { code, out, err } = await kept(...asked, folder.path('large'))
  assert.deepEqual({ code, err }, { code: 0, err: '' })
  const figures = figuresIn(out)
  assert.ok(Number(figures.get('LIT-01')?.counted) === parts * casesInAPart, 'every case is counted')
  for (const id of ['LIT-01', 'LIT-02', 'LIT-03']) {
    const { kept: keptOfParts, counted } = together.get(id) ?? { kept: -1, counted: -1 }
    assert.equal(share(figures.get(id)), `${keptOfParts} of ${counted}`, id)
  }
})

test('Memory stays flat: a file five times as large takes nowhere near five times as much', async () => {
  const small = await memoryFor(folder.path('small'))
  const large = await memoryFor(folder.path('large'))
  assert.ok(large < small * 1.6, `${large} KB for the large file, ${small} KB for a fifth of it`)
})

test('What was put on disk meanwhile is gone afterwards', async () => {
  const usual = process.env['TMPDIR']
  const own = folder.path('tmp')
  mkdirSync(own)
  try {
    process.env['TMPDIR'] = own
    const seen: string[] = []
    const watching = setInterval(() => seen.push(...readdirSync(own)), 5)
    const { code } = await kept(...asked, folder.path('small'))
    clearInterval(watching)
    assert.deepEqual({ code, left: readdirSync(own) }, { code: 0, left: [] })
    if (platform() !== 'win32')
      assert.deepEqual(seen, [], 'nor would it be left by a run that is stopped half-way')
  } finally {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
  }
})

/** Contacts first and answers long after, so that no case lies together. */
function partOf(part: number): string {
  const cases = Array.from({ length: casesInAPart }, (_, n) => part * casesInAPart + n)
  const day = (n: number, more: number) => new Date(Date.UTC(2026, 0, 5 + (n % 60) + more, 10)).toISOString()
  const contacts = cases.map((n) =>
    event(`case-${n}`, 'enquiry', 'contact-received', day(n, 0), { channel: 'e-mail', ...padding }),
  )
  const replies = cases.map((n) =>
    event(`case-${n}`, 'enquiry', 'reply-sent', day(n, n % 7), { full: true, ...padding }),
  )
  return `${[...contacts, ...replies].join('\n')}\n`
}

/** The most memory a process of its own held, in kilobytes. */
async function memoryFor(file: string): Promise<number> {
  const path = folder.path('memory')
  const report = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)))`
  const more = ['--import', `data:text/javascript,${encodeURIComponent(report)}`]
  const { code, err } = await keptAlone([...asked, file, '--out', '/dev/null'], '', more)
  assert.equal(code, 0, err)
  return Number(readFileSync(path, 'utf8'))
}
