import { isUnsaved } from './drafts.ts'

/**
 * F2 goes to the page on which a contact is recorded: no letter, so that nobody sets it off while speaking or typing. Where
 * something was typed that is not kept, that page is opened beside this one.
 */
export function listenForRecordKey(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-record]')
  if (link === null) return
  document.addEventListener('keydown', (pressed) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed
    if (key !== 'F2' || altKey || ctrlKey || metaKey || shiftKey) return
    pressed.preventDefault()
    if (isUnsaved()) window.open(link.href, '_blank', 'noopener')
    else location.assign(link.href)
  })
}
