import { say } from './say.ts'
import { pageAt, swap } from './swap.ts'

const waitInMilliseconds = 300

/** A form of filters with `data-filter="<id>"` shows what it finds in the element with that id, as its fields change. */
export function startFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) startFilter(form)
}

function startFilter(form: HTMLFormElement): void {
  const id = form.getAttribute('data-filter') ?? ''
  let waiting: number | undefined
  let asked = 0
  const find = async (): Promise<void> => {
    const address = addressOf(form)
    const mine = ++asked
    const page = await pageAt(address)
    const old = document.getElementById(id)
    const next = page?.getElementById(id)
    // A later answer counts, whichever comes first.
    if (mine !== asked || old === null || next === null || next === undefined) return
    history.replaceState(history.state, '', address)
    swap(old, next)
    say(document.getElementById(id)?.querySelector('[data-found]')?.textContent ?? 'The list is up to date.')
  }
  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void find(), waitInMilliseconds)
  })
}

function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') query.append(name, value)
  return `${form.getAttribute('action') ?? location.pathname}?${query}`
}
