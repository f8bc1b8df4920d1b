import type { KindDefinition } from '#core/kind.ts'
import { appointmentArranged } from './arranged.ts'
import { appointmentHeld } from './held.ts'

/** An appointment in the office or a visit at home. */
export const appointment: KindDefinition = {
  kind: 'appointment',
  says: 'An appointment in the office, or a visit at the customer’s home.',
  events: { ...appointmentArranged, ...appointmentHeld },
}
