import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Why the browser tests are skipped, where somebody asked for that; a browser that is merely missing is a failure. */
export const skippedBecause =
  process.env['KEPT_WITHOUT_BROWSER'] === '1' && chromiumPath() === undefined && 'KEPT_WITHOUT_BROWSER=1'

/** Gives the system's own Chromium, quiet and without a screen: one for all files of a process, gone when each has closed it. */
export async function startBrowser(): Promise<Browser> {
  started ??= launched()
  const browser = await started
  inUse += 1
  const close = async () => {
    inUse -= 1
    if (inUse > 0) return
    started = undefined
    await browser.close()
  }
  return new Proxy(browser, {
    get: (of, name) => {
      const value: unknown = name === 'close' ? close : Reflect.get(of, name)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })
}

let started: Promise<Browser> | undefined
let inUse = 0

async function launched(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('no Chromium was found: npm run setup installs one')
  return chromium.launch({ executablePath, args: quiet, timeout: 120_000 })
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
]

function chromiumPath(): string | undefined {
  const named = process.env['KEPT_CHROMIUM']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  // The one without a window first: pages take it a third less work.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
