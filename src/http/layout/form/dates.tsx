import { govuk } from '../../govuk/index.ts'
import type { Child, Raw } from '../../html/raw.ts'
import type { Fault } from '../fault.ts'
import { errorAt } from './parts.ts'
import { Field } from './field.tsx'

interface DateProps {
  readonly name: string
  readonly label: string
  /** `2026-03-02`. */
  readonly value?: string | undefined
  readonly hint?: Child
  readonly faults?: readonly Fault[]
}

/** A date, in the browser’s own control: `2026-03-02` comes back. */
export function DateField(props: DateProps): Raw {
  return <Field {...props} type="date" />
}

/**
 * A date and a time of day: `2026-03-02T09:05` goes in, and comes back in two fields, `<name>` and `<name>-time`. Two
 * controls, since people often know the day alone.
 */
export function DateTimeField({ name, label, value = '', hint, faults = [] }: DateProps): Raw {
  const [day = '', time = ''] = value.split('T')
  const timeName = `${name}-time`
  return (
    <div class="kept-day-and-time">
      <Field name={name} label={label} type="date" value={day} hint={hint} faults={faults} />
      {govuk.input({
        id: timeName,
        name: timeName,
        type: 'time',
        value: time.slice(0, 5),
        label: {
          html: (
            <>
              Time<span class="govuk-visually-hidden">{` (${label})`}</span>
            </>
          ),
          classes: 'govuk-label--s',
        },
        errorMessage: errorAt(timeName, faults),
        classes: 'kept-input-day',
      })}
    </div>
  )
}
