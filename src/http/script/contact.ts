import { say } from './say.ts'
import { swap } from './swap.ts'

const waitInMilliseconds = 250

/**
 * The page on which a contact is recorded: customers are found as one types, and what is known of the one chosen is shown at
 * once. The answer is the page itself, asked for as its own button “Find” asks for it.
 */
export function startContact(): void {
  const form = document.querySelector<HTMLFormElement>('form#contact')
  const who = form?.querySelector<HTMLInputElement>('#who') ?? null
  if (form === null || who === null) return
  let waiting: number | undefined
  const find = (wanted: 'find' | 'search'): Promise<void> => look(form, ['found', 'chosen'], wanted)
  who.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void find('search'), waitInMilliseconds)
  })
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'customer') void look(form, ['chosen'], 'look')
    if (target instanceof HTMLSelectElement && target.name === 'from') void look(form, ['chosen'], 'look')
    if (target instanceof HTMLSelectElement && target.name === 'matter') offerOutcomes(form, target.value)
  })
  form.addEventListener('keydown', (pressed) => {
    if (pressed.key !== 'Enter') return
    if (pressed.ctrlKey || pressed.metaKey) {
      pressed.preventDefault()
      form.querySelector<HTMLButtonElement>('button[value="save"]')?.click()
    } else if (pressed.target === who) {
      pressed.preventDefault()
      window.clearTimeout(waiting)
      void find('find').then(() => firstFound(form)?.focus())
    } else if (pressed.target instanceof HTMLInputElement) {
      // Enter in a box would press the first button of the form, which finds; what is meant is to go on.
      pressed.preventDefault()
      if (pressed.target.name === 'customer') form.querySelector<HTMLInputElement>('#subject')?.focus()
    }
  })
}

/** A repair is not answered while somebody is on the line: it stays with whoever took it in, unless they say otherwise. */
function offerOutcomes(form: HTMLFormElement, matter: string): void {
  const chosen = form.querySelector<HTMLInputElement>('input[name="outcome"]:checked')?.value
  const usual = matter === 'question' ? 'answered' : 'later'
  const isOffered = matter === 'question' ? chosen !== 'later' : chosen === 'later' || chosen === 'pass-on'
  if (!isOffered) form.querySelector<HTMLInputElement>(`input[name="outcome"][value="${usual}"]`)?.click()
}

let asked = 0

/** Asks for the page with what is typed so far, and puts these parts of it in their places. */
async function look(form: HTMLFormElement, parts: readonly string[], wanted: string): Promise<void> {
  const mine = ++asked
  const page = await pageWith(form, wanted)
  // A later answer counts, whichever comes first.
  if (page === undefined || mine !== asked) return
  for (const id of parts) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)]
    if (old !== null && next !== null && !old.contains(document.activeElement)) swap(old, next)
  }
  const chosen = document.querySelector('#chosen [data-said]')?.getAttribute('data-said')
  say(chosen ?? document.querySelector('#found [data-found]')?.textContent ?? '')
}

async function pageWith(form: HTMLFormElement, wanted: string): Promise<Document | undefined> {
  const fields = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams([...fields, ['do', wanted]]),
      redirect: 'error',
    })
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
  } catch {
    return undefined
  }
}

function firstFound(form: HTMLFormElement): HTMLInputElement | null {
  return (
    form.querySelector<HTMLInputElement>('input[name="customer"]:checked') ??
    form.querySelector<HTMLInputElement>('input[name="customer"]')
  )
}
