/** Why something went wrong, in the few words that are kept of it: the message alone, on one line, cut short. */
export function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const text = message === '' ? 'it failed without saying why' : message
  return text.replaceAll(/\s+/g, ' ').slice(0, 500)
}
