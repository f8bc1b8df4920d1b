import { isRecord } from '#core/ledger/field-check.ts'

const opening = '{"case":"'

/** The case a ledger line belongs to, as cheaply as its shape allows; a line that is no event gives ''. */
export function caseOf(text: string): string {
  if (text.startsWith(opening)) {
    const end = text.indexOf('"', opening.length)
    const id = text.slice(opening.length, end)
    if (end > 0 && !id.includes('\\')) return id
  }
  const id = parsed(text)?.['case']
  return typeof id === 'string' ? id : ''
}

/** The case it was merged into, where the line says so. */
export function mergeIn(text: string): string | undefined {
  if (!text.includes('merged-into')) return undefined
  const event = parsed(text)
  if (event?.['type'] !== 'merged-into') return undefined
  const into = isRecord(event['data']) ? event['data']['case'] : undefined
  return typeof into === 'string' ? into : undefined
}

/** The door tells what is wrong with a line that does not parse; here it only has no case. */
function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
