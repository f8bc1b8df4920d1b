import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { measuredPage } from '#http/page/measured-page.tsx'
import { skippedBecause, startBrowser } from '../browser.ts'
import { sampleMeasured } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-page-'))
const file = join(folder, 'page.html')
let browser: Browser

before(async () => {
  writeFileSync(file, measuredPage(sampleMeasured()))
  if (skippedBecause === false) browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const views: Readonly<Record<string, BrowserContextOptions>> = {
  'a wide screen': { viewport: { width: 1280, height: 900 } },
  'a screen of 320 pixels': { viewport: { width: 320, height: 640 } },
  'a dark screen': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'a screen with forced colours': { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
}

for (const [view, options] of Object.entries(views)) {
  test(`On ${view} axe finds nothing that shuts anybody out`, { skip: skippedBecause }, async () => {
    await onPage(options, async (page) => {
      assert.deepEqual(await faultsOf(page), [])
    })
  })

  test(`On ${view} nothing has to be scrolled sideways`, { skip: skippedBecause }, async () => {
    await onPage(options, async (page) => {
      const [wide, room] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )
      assert.equal(wide, room)
    })
  })
}

test('The page asks the network for nothing, and its policy stops nothing it needs', {
  skip: skippedBecause,
}, async () => {
  await onPage({}, async (page) => {
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    await page.reload()
    assert.deepEqual(asked, [pathToFileURL(file).href])
    assert.deepEqual(said, [])
    assert.equal(
      await page.evaluate('getComputedStyle(document.body).marginTop'),
      '0px',
      'the style sheet is used',
    )
  })
})

test('From the keyboard, the first stop skips to the figures', { skip: skippedBecause }, async () => {
  await onPage({}, async (page) => {
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the figures')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'page-main')
  })
})

test('Every chart is one image with a name and a description in words', {
  skip: skippedBecause,
}, async () => {
  await onPage({}, async (page) => {
    const chart = page.locator('#QSH-01').getByRole('img', { name: 'QSH-01: run chart by month' })
    assert.equal(await chart.count(), 1)
    const id = await chart.getAttribute('aria-describedby')
    const described = await page.locator(`#${id}`).textContent()
    assert.equal(
      described,
      '12 months, April 2025 to March 2026. Lowest 56.57% in March 2026, highest 89.29% in June 2025. ' +
        'Mean 83.24%, limits 74.41% to 92.07%. March 2026 is below the lower limit. ' +
        'Nine months in a row above the mean: April 2025 to December 2025. ' +
        'Seven months in a row, each lower than the one before: September 2025 to March 2026.',
    )
  })
})

test('On paper no promise is cut in two, and the links to the top are left out', {
  skip: skippedBecause,
}, async () => {
  await onPage({ viewport: { width: 680, height: 1000 } }, async (page) => {
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('.back:visible').count(), 0)
    const split = await page.evaluate(
      `[...document.querySelectorAll('.promise')].filter((section) => getComputedStyle(section).breakInside !== 'avoid').length`,
    )
    assert.equal(split, 0)
    const tallest = await page.evaluate<number>(
      `Math.max(...[...document.querySelectorAll('.promise')].map((section) => section.getBoundingClientRect().height))`,
    )
    assert.ok(tallest < pageHeight, `the tallest promise (${tallest}) fits on a page`)
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
    assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-')
    assert.match(pdf.toString('latin1'), /\/MarkInfo|\/StructTreeRoot/, 'the PDF is tagged')
  })
})

/** A4 without its margins, in the pixels of print. */
const pageHeight = ((297 - 28) / 25.4) * 96

async function onPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await use(page)
  } finally {
    await context.close()
  }
}

/** What axe finds against WCAG 2.2 A and AA and good practice, shortly. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<readonly string[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')))`)
}
