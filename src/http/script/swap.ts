import { startComponents } from './components.ts'

/** Fetches a page of ours anew; nothing where it is no longer there for us. */
export async function pageAt(address: string): Promise<Document | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return undefined
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    return undefined
  }
}

/** Puts a new element in the place of one on this page; what was opened stays open. Tells whether anything changed. */
export function swap(old: Element, next: Element): boolean {
  const fresh = document.importNode(next, true)
  for (const details of old.querySelectorAll('details[open][id]'))
    fresh.querySelector(`details[id="${CSS.escape(details.id)}"]`)?.setAttribute('open', '')
  if (fresh.innerHTML === old.innerHTML) return false
  old.replaceWith(fresh)
  startComponents(fresh)
  return true
}
