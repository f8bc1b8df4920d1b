import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Field } from '#http/layout/form.tsx'

/** The two fields of a new password. */
export function NewPassword({
  faults,
  then = '',
}: {
  readonly faults: readonly Fault[]
  /** What comes of it, as a sentence. */
  readonly then?: string
}): Raw {
  return (
    <>
      <Field
        name="password"
        label="New password"
        type="password"
        hint={`12 characters or more. Three words that you can remember will do. ${then}`.trim()}
        faults={faults}
        autocomplete="new-password"
      />
      <Field
        name="again"
        label="The same again"
        type="password"
        faults={faults}
        autocomplete="new-password"
      />
    </>
  )
}
