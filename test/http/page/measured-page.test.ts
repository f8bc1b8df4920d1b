import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Measured } from '#core/report.ts'
import { measuredPage } from '#http/page/measured-page.tsx'
import { measuredFrom, sampleMeasured } from './sample.ts'
import { samplePack } from './sample-pack.ts'

const page = measuredPage(sampleMeasured())

test('The page says at its top how many promises were kept and missed, and for how many there was nothing to count', () => {
  assert.match(
    wordsOf(page),
    /8 of 11 promises were kept and 3 were missed\. For 3 more there was nothing to count\./,
  )
})

test('What needs attention comes first: missed, then overdue, then signals, then kept, then nothing to count', () => {
  const order = [...page.matchAll(/<(?:section class="promise"|li) id="(QSH-\d+)"/g)].map(([, id]) => id)
  const missed = ['QSH-14', 'QSH-01', 'QSH-04']
  const kept = ['QSH-05', 'QSH-06', 'QSH-07', 'QSH-08', 'QSH-10', 'QSH-12']
  assert.deepEqual(order, [...missed, 'QSH-03', 'QSH-02', ...kept, 'QSH-09', 'QSH-11', 'QSH-13'])
})

test('The list of what needs attention leads to each of those promises, and to no other', () => {
  const list = /<ol class="attention">(.*?)<\/ol>/s.exec(page)?.[1] ?? ''
  assert.deepEqual(linksIn(list), ['QSH-14', 'QSH-01', 'QSH-04', 'QSH-03', 'QSH-02'])
})

test('Every link leads to a part of the page, and no two parts have one name', () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(
    linksIn(page).filter((link) => !ids.includes(link)),
    [],
  )
})

test('A promise shows its words, its figure against its target, its formula and how the clause is read', () => {
  const words = wordsOf(sectionOf(page, 'QSH-01'))
  assert.match(words, /We answer your call within 24 seconds\./)
  assert.match(words, /83\.17% Target: at least 85%\. 11,921 kept of 14,333 counted\./)
  assert.match(words, /How it is worked out: Of every call offered, the share followed by call answered/)
  assert.match(words, /How the clause is read: Calls received count, abandoned ones too\./)
})

test('Lengths are shown with their units', () => {
  assert.match(
    wordsOf(sectionOf(page, 'QSH-01')),
    /Half took no longer than 19 seconds Nine in ten took no longer than 74\.5 seconds/,
  )
  assert.match(wordsOf(sectionOf(page, 'QSH-03')), /Half took no longer than 5\.5 working days/)
})

test('A figure above 100%, a rate and a mean are each shown as what they are', () => {
  assert.match(wordsOf(sectionOf(page, 'QSH-06')), /100\.67% Target: at least 100\.55%/)
  assert.match(wordsOf(sectionOf(page, 'QSH-06')), /£9,688,151\.50 out of £9,624,000\./)
  assert.match(wordsOf(sectionOf(page, 'QSH-08')), /3\.05 per 1,000 No target is published/)
  assert.match(
    wordsOf(sectionOf(page, 'QSH-07')),
    /26\.13 days on average Target: at most 28 days on average/,
  )
})

test('What is overdue, running, paused and void is shown with its reasons, and what is nought is not', () => {
  const words = wordsOf(sectionOf(page, 'QSH-03'))
  assert.match(words, /Overdue 3 \(counted as missed\) Running 11 \(not counted yet\) Paused 2/)
  assert.match(words, /Not counted 4 \(duplicate 3, withdrawn 1\)/)
  assert.doesNotMatch(wordsOf(sectionOf(page, 'QSH-01')), /Overdue|Running|Paused/)
})

// trap: 36
test('99.996% of a target of 100% is shown as missed with 99.99%', () => {
  const nearly = measuredFrom(samplePack(), { 'QSH-10': [{ kept: 99_996, counted: 100_000 }] })
  const words = wordsOf(sectionOf(measuredPage(nearly), 'QSH-10'))
  assert.match(words, /Missed 99\.99% Target: 100%\. 99,996 kept of 100,000 counted/)
})

// trap: 29
test('A promise with nothing to count is a line with its words, without a figure', () => {
  const line = /<li id="QSH-09">(.*?)<\/li>/s.exec(page)?.[1] ?? ''
  assert.equal(
    wordsOf(line),
    'QSH-09 We acknowledge your complaint within 2 working days. (2 running and 1 not counted)',
  )
})

test('A promise missed earlier and still overdue is neither kept nor missed in this time', () => {
  const still = measuredPage(measuredFrom(samplePack(), { 'QSH-12': [{ kept: 0, counted: 0, overdue: 1 }] }))
  assert.match(wordsOf(still), /There was nothing to count for any of 14 promises\./)
  assert.match(wordsOf(sectionOf(still, 'QSH-12')), /Overdue nothing to count/)
})

test('A month with nothing to count says so in the table and breaks the line of the chart', () => {
  const section = sectionOf(page, 'QSH-05')
  assert.equal([...section.matchAll(/nothing to count<\/td>/g)].length, 8)
  const line = /<path class="line" d="([^"]*)"/.exec(section)?.[1] ?? ''
  assert.equal([...line.matchAll(/M/g)].length, 4)
})

test('Words of a landlord cannot become markup', () => {
  assert.match(page, /an address &lt;you can use&gt;\./)
  assert.doesNotMatch(page, /<you/)
})

test('The page runs nothing and asks the network for nothing, and its own policy holds it to that', () => {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
  const digest = createHash('sha256').update(style).digest('base64')
  assert.ok(
    page.includes(`default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;`),
    'the policy is of this style sheet',
  )
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|\ssrc=|@import|url\(|https?:/)
})

test('A hundred and one promises over twelve months stay under two megabytes', () => {
  assert.ok(Buffer.byteLength(measuredPage(largeMeasured())) < 2_000_000)
})

test('Where nothing happened at all, the page says so and is not about 1970', () => {
  const empty: Measured = { ...measuredFrom(samplePack(), {}), from: 0, to: 0 }
  const nowhere = { ...empty, promises: empty.promises.map((promise) => ({ ...promise, byPeriod: [] })) }
  const words = wordsOf(measuredPage(nowhere))
  assert.match(words, /Promises kept no facts yet There was nothing to count for any of 14 promises\./)
  assert.doesNotMatch(words, /1970/)
})

test('Facts read before the span has ended give figures that may still change, and the page says so', () => {
  const early = { ...sampleMeasured(), asOf: Date.UTC(2026, 2, 14, 12) }
  assert.match(
    wordsOf(measuredPage(early)),
    /known on 14 March 2026 at 12:00\. Days after that were still to come/,
  )
})

test('Of very many notes the first twenty are shown, and the number of the rest', () => {
  const notes = Array.from({ length: 1000 }, (_, row) => `Row ${row} could not be read.`)
  const words = wordsOf(measuredPage({ ...sampleMeasured(), notes }))
  assert.match(words, /Row 19 could not be read\. And 980 more notes of this kind\./)
})

/** The sample's promises over and over, every month counted. */
function largeMeasured(): Measured {
  const sample = sampleMeasured()
  const counted = sample.promises.filter(({ byPeriod }) => byPeriod.every(({ value }) => value !== null))
  const promises = Array.from({ length: 101 }, (_, place) => {
    const measured = counted[place % counted.length]
    if (measured === undefined) throw new Error('the sample counts nothing')
    return { ...measured, promise: { ...measured.promise, id: `BIG-${place}` } }
  })
  return { ...sample, promises }
}

function sectionOf(html: string, id: string): string {
  const start = html.indexOf(`<section class="promise" id="${id}"`)
  assert.notEqual(start, -1, `there is a section of ${id}`)
  return html.slice(start, html.indexOf('</section>', start))
}

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => decodeURIComponent(id))
}

/** What a reader reads: the text without tags and drawings. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,)])/g, '')
    .trim()
}
