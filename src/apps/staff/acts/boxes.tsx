import type { Child, Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Field } from '#http/layout/form.tsx'

interface BoxProps {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly hint?: Child
  readonly faults?: readonly Fault[]
}

/** A box for a longer text. */
export function TextArea({
  name,
  label,
  value,
  hint,
  rows = 4,
  faults = [],
}: BoxProps & { readonly rows?: number }): Raw {
  const wrong = faults.filter((fault) => fault.field === name)
  return (
    <div class={wrong.length > 0 ? 'group faulty' : 'group'}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong.length > 0 && <p class="fault">{wrong.map(({ says }) => says).join(' ')}</p>}
      <textarea id={name} name={name} rows={rows}>
        {value}
      </textarea>
    </div>
  )
}

/** A date. */
export function DateField(props: BoxProps): Raw {
  return <Field {...props} type="date" />
}

/** A date and a time, in two boxes. */
export function DateTimeField({ name, label, value = '', hint, faults = [] }: BoxProps): Raw {
  const [date = '', time = ''] = value.split('T')
  return (
    <>
      <Field type="date" name={name} label={label} hint={hint} value={date} faults={faults} />
      <Field name={`${name}-time`} label="Time" value={time} faults={faults} short />
    </>
  )
}
