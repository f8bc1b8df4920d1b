import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'

/** Text in which what stands between backticks is code. */
export function Inline({ text }: { readonly text: string }): Raw {
  const parts = text.split('`')
  return <Fragment>{parts.map((part, place) => (place % 2 === 1 ? <code>{part}</code> : part))}</Fragment>
}
