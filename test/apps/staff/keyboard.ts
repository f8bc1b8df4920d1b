import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The ways a journey is gone through; every page is looked at on a dark screen as well (`looksGood`). */
export const views: Readonly<Record<string, BrowserContextOptions>> = {
  'without scripts, on a wide screen': { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  'on a screen of 320 pixels': { viewport: { width: 320, height: 640 } },
}

/** A page 320 pixels wide, which is also what a screen of 1280 is when its letters are four times as large. */
export const narrow: BrowserContextOptions = { viewport: { width: 320, height: 640 } }

/** Where scripts are turned off, axe cannot wait for itself; the other views judge the same pages. */
const withoutScripts = new WeakSet<Page>()

/** Works on a page of its own, as somebody at another computer; then nothing may have been stopped by the page’s policy. */
export async function onPage(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  // A limit that ends what never comes; a busy machine takes ten times as long as a quiet one.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  if (options.javaScriptEnabled === false) withoutScripts.add(page)
  const said: string[] = []
  page.on('pageerror', ({ message }) => said.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of'))
      said.push(message.text())
  })
  try {
    await work(page)
    assert.deepEqual(said, [], 'nothing failed, and the policy stops nothing that the page needs')
  } finally {
    await context.close()
  }
}

/** Types into the field with this label, in place of what stood in it. */
export async function types(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, labelled(label), label)
  await page.keyboard.press('ControlOrMeta+A')
  await (text === '' ? page.keyboard.press('Delete') : page.keyboard.type(text))
}

/** Fills in the part of a date or a time with this label (`YYYY-MM-DD`, `HH:MM`), as its own control takes it. */
export async function fills(page: Page, label: string, value: string): Promise<void> {
  await tabTo(page, labelled(label), label)
  await page.getByLabel(label, { exact: true }).fill(value)
}

/** Ticks the box, chooses the radio button, or chooses `text` in the list with this label. */
export async function chooses(page: Page, label: string, text?: string): Promise<void> {
  if (text !== undefined) return choosesInList(page, label, text)
  await tabToChoice(page, label)
  await page.keyboard.press('Space')
}

/** Presses the button with these words (its accessible name) or follows the link, and waits for the page it leads to. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(
    page,
    `(at) => ['A', 'BUTTON'].includes(at.tagName) && words(at) === ${JSON.stringify(name)}`,
    name,
  )
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await loaded
}

/** Follows the link with these words, by keyboard, to the page it leads to. */
export async function follows(page: Page, linkText: string): Promise<void> {
  await press(page, linkText)
}

/** Opens (or shuts) the part of the page that stands under these words. */
export async function opens(page: Page, summary: string): Promise<void> {
  await tabTo(page, `(at) => at.tagName === 'SUMMARY' && words(at) === ${JSON.stringify(summary)}`, summary)
  await page.keyboard.press('Enter')
}

/** What stands in the field with this label. */
export async function valueOf(page: Page, label: string): Promise<string> {
  return page.getByLabel(label, { exact: true }).inputValue()
}

/**
 * The page is the one meant, shuts nobody out by the rules of axe, and need not be scrolled sideways: as it stands, and
 * with scripts also at 320 pixels, on a dark screen and with the colours that somebody forces on it. A page that was
 * looked at before is judged again only where its title or what it is made of has changed; in other colours, only where there is a part on it
 * that was on no page before.
 */
export async function looksGood(page: Page, heading: string, inFull = true): Promise<void> {
  await isInOrder(page, heading, inFull)
  if (withoutScripts.has(page)) return
  const size = page.viewportSize()
  const dark = await page.evaluate<boolean>(`matchMedia('(prefers-color-scheme: dark)').matches`)
  await page.setViewportSize({ width: 320, height: 640 })
  assert.equal(await sideways(page), 0, `${heading} must be scrolled sideways at 320 pixels`)
  if (!(await hasOnlyKnownParts(page))) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await isClean(page, `${heading}, dark and narrow`, contrast)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    await isClean(page, `${heading}, in forced colours`, contrast)
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: null })
  }
  if (size !== null) await page.setViewportSize(size)
}

/** The same at the width the page has, and in its own colours: for many pages of one make. */
export async function isInOrder(page: Page, heading: string, inFull = true): Promise<void> {
  assert.equal((await page.getByRole('heading', { level: 1 }).textContent())?.trim(), heading, page.url())
  await takePicture(page, heading)
  assert.equal(await sideways(page), 0, `${heading} must be scrolled sideways`)
  const title = await page.title()
  if (inFull) assert.match(title, / – Kept$/)
  const colours = await page.evaluate<boolean>(`matchMedia('(prefers-color-scheme: dark)').matches`)
  const view = `${page.viewportSize()?.width} ${colours}`
  if (withoutScripts.has(page) || seenBefore(`${title}, ${view}, ${(await madeOf(page)).join(' ')}`)) return
  await isClean(page, heading)
}

/** Judging a page takes half a second, and the journeys of a file come to some of them ten times. */
const seen = new Set<string>()
function seenBefore(look: string): boolean {
  const before = seen.has(look)
  seen.add(look)
  return before
}

/** The kinds of elements and components on it: what is wrong is wrong with one of them. */
async function madeOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `[...new Set([...document.querySelectorAll('*')].map((each) => each.tagName + '.' + each.className))].sort()`,
  )
}

/** In other colours and widths a part looks alike on every page: a page with nothing new on it was judged with the others. */
async function hasOnlyKnownParts(page: Page): Promise<boolean> {
  const parts = await madeOf(page)
  const isKnown = parts.every((part) => knownParts.has(part))
  for (const part of parts) knownParts.add(part)
  return isKnown
}
const knownParts = new Set<string>()

const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** What may differ where the colours and the width do. */
const contrast = { type: 'rule', values: ['color-contrast', 'target-size'] }

async function isClean(page: Page, heading: string, runOnly = everything): Promise<void> {
  // The page is the same as a moment before, unless it was loaded anew.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source)
  const faults = await page.evaluate<readonly string[]>(`axe.run(document, {
    runOnly: ${JSON.stringify(runOnly)},
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`)
  assert.deepEqual(faults, [], heading)
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** With KEPT_PICTURES=<folder> each page is also kept as a picture, to be looked at. */
async function takePicture(page: Page, heading: string): Promise<void> {
  const folder = process.env['KEPT_PICTURES']
  if (folder === undefined) return
  const size = page.viewportSize()?.width ?? 0
  const file = `${heading.replaceAll(/\W+/g, '-').toLowerCase()}-${size}`
  await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true })
}

/** With the arrow keys: of letters that are typed, a list forgets those of a second ago, and a busy machine takes longer than that. */
async function choosesInList(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, labelled(label), label)
  const away = await page.evaluate<number>(`(() => {
    const { options, selectedIndex } = document.activeElement
    const words = [...options].map((each) => each.textContent.replace(/\\s+/g, ' ').trim())
    return words.indexOf(${JSON.stringify(text)}) - selectedIndex
  })()`)
  for (let steps = Math.abs(away); steps > 0; steps--)
    await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp')
  const chosen = await page.getByLabel(label, { exact: true }).locator('option:checked').textContent()
  assert.equal(chosen?.trim(), text, `${label}: the arrow keys choose`)
}

/** Of radio buttons the tab key reaches one alone; the arrow keys go on from there. */
async function tabToChoice(page: Page, label: string): Promise<void> {
  const choice = page.getByLabel(label, { exact: true })
  const radio = (await choice.getAttribute('type')) === 'radio'
  if (!radio) return tabTo(page, labelled(label), label)
  const name = (await choice.getAttribute('name')) ?? ''
  await tabTo(page, `(at) => at.type === 'radio' && at.name === ${JSON.stringify(name)}`, label)
  for (let stops = 0; stops < mostStops; stops++) {
    if (await page.evaluate<boolean>(asked(labelled(label)))) return
    await page.keyboard.press('ArrowDown')
  }
  assert.fail(`${label} cannot be chosen with the keyboard`)
}

const mostStops = 150

/** Goes from stop to stop with the tab key until there, as somebody without a mouse would. */
async function tabTo(page: Page, wanted: string, what: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops++) {
    if (stops > 0 && (await page.evaluate<boolean>(asked(wanted)))) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${what} cannot be reached with the keyboard`)
}

function labelled(label: string): string {
  return `(at) => at.labels?.[0] !== undefined && words(at.labels[0]) === ${JSON.stringify(label)}`
}

/** Asks the page about what has the keyboard. */
function asked(wanted: string): string {
  return `(() => {
    const words = (element) => (element.textContent ?? '').replace(/\\s+/g, ' ').trim()
    return Boolean((${wanted})(document.activeElement))
  })()`
}
