import type { Raw } from '#http/html/raw.ts'
import { Checkbox, DateTimeField } from '#http/layout/form.tsx'
import type { PartProps } from './part-props.ts'

/** When it really came: folded away on the telephone, where that is now. */
export function Received({ typed, faults }: PartProps): Raw {
  const fault = faults.some(({ field }) => field?.startsWith('received') === true)
  const isOpen = fault || typed.received !== '' || typed['received-time'] !== ''
  return (
    <>
      <details class="govuk-details" id="earlier" open={isOpen}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">It came earlier than now</span>
        </summary>
        <div class="govuk-details__text">
          <DateTimeField
            name="received"
            label="When did it reach us?"
            hint="Promises count from then. Of a letter the day is enough."
            value={`${typed.received}T${typed['received-time']}`}
            faults={faults}
          />
        </div>
      </details>
      <div class="for-letter">
        <Checkbox
          name="stamped"
          label="The letter is stamped with the date"
          checked={typed.stamped === 'yes'}
        />
      </div>
    </>
  )
}
