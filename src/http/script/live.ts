import { say, timeNow } from './say.ts'
import { pageAt, swap } from './swap.ts'

/**
 * Where a page is live, each of its elements with `data-live` is fetched anew when the server says that something changed,
 * except one that holds the keyboard. A page that nobody looks at lets go of its stream: browsers open few at a time.
 */
export function watchPage(): void {
  const address = document.querySelector('[data-live-from]')?.getAttribute('data-live-from')
  if (address === null || address === undefined) return
  let stream: EventSource | undefined
  let at: string | undefined
  const open = (): void => {
    if (stream !== undefined) return
    stream = new EventSource(at === undefined ? address : address.replace(/([?&]at=)[^&]*/, `$1${at}`))
    stream.addEventListener('changed', ({ lastEventId }) => {
      at = lastEventId
      void bringUpToDate()
    })
    stream.addEventListener('over', close)
  }
  const close = (): void => {
    stream?.close()
    stream = undefined
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', open)
  document.addEventListener('focusout', () => {
    if (waits) window.setTimeout(() => void bringUpToDate(), 500)
  })
  if (!document.hidden) open()
}

let busy = false
let again = false
/** Something changed where the keyboard is; it is swapped when the keyboard goes elsewhere. */
let waits = false

async function bringUpToDate(): Promise<void> {
  if (busy) {
    again = true
    return
  }
  busy = true
  const page = await pageAt(location.href)
  if (page !== undefined && swapAll(page)) say(`Brought up to date at ${timeNow()}`)
  busy = false
  if (again) {
    again = false
    await bringUpToDate()
  }
}

function swapAll(page: Document): boolean {
  let changed = false
  waits = false
  for (const old of document.querySelectorAll('[data-live]')) {
    const name = old.getAttribute('data-live') ?? ''
    const next = page.querySelector(`[data-live="${CSS.escape(name)}"]`)
    if (next === null) continue
    if (old.contains(document.activeElement)) waits = true
    else changed = swap(old, next) || changed
  }
  return changed
}
