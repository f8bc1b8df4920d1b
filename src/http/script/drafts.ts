import { say, timeNow } from './say.ts'

const waitInMilliseconds = 3_000

/** Keeps what is typed into a form with `data-autosave` at that address, every few seconds and when the page is left. */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keepDraftOf(form)
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null
    if (form !== null && form.method === 'post' && !form.hasAttribute('data-autosave')) unsaved.add(form)
  })
  document.addEventListener('submit', ({ target }) => unsaved.delete(target as HTMLFormElement))
}

/** Whether something was typed on this page that nobody keeps yet. */
export function isUnsaved(): boolean {
  return [...unsaved].some((form) => form.isConnected)
}

const unsaved = new Set<HTMLFormElement>()

function keepDraftOf(form: HTMLFormElement): void {
  const address = form.getAttribute('data-autosave') ?? ''
  const said = document.createElement('p')
  said.className = 'kept-said'
  said.setAttribute('role', 'status')
  form.append(said)
  let changed = false
  let sent = false
  let waiting: number | undefined
  const save = async (): Promise<void> => {
    waiting = undefined
    if (!changed || sent) return
    changed = false
    const kept = await send(address, form)
    if (kept === 'kept') say(`Draft saved at ${timeNow()}`, said)
    else {
      changed = true
      say(kept === 'away' ? notReached : notTaken, said)
    }
  }
  const saveSoon = (): void => {
    changed = true
    waiting ??= window.setTimeout(() => void save(), waitInMilliseconds)
  }
  form.addEventListener('input', saveSoon)
  form.addEventListener('change', saveSoon)
  // What was recorded must not come back as a draft.
  form.addEventListener('submit', () => {
    sent = true
  })
  window.addEventListener('pagehide', () => void save())
  window.addEventListener('pageshow', () => {
    sent = false
  })
}

const notReached = 'The draft could not be saved: Kept cannot be reached. It is tried again as you type.'
const notTaken =
  'The draft could not be saved. You may have been signed out: sign in on another tab, then go on typing here.'

/** Sends what stands in a form; with a header that only our own script can set, so that the answer is a short one. */
async function send(address: string, form: HTMLFormElement): Promise<'kept' | 'refused' | 'away'> {
  const fields = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'kept-script': 'draft' },
      keepalive: true,
      redirect: 'error',
    })
    return answer.ok ? 'kept' : 'refused'
  } catch {
    return 'away'
  }
}
