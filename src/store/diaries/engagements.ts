import type { Away, Engagement } from '#core/diaries/collisions.ts'
import { usualMinutes } from '#core/diaries/free-times.ts'
import { hour, minute } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { absencesBetween } from './absences.ts'
import { appointmentsBetween, type AppointmentShown, type Period } from './read-appointments.ts'

/** What takes up staff and rooms in a period: appointments that stand, and absences. */
export interface Engaged {
  readonly booked: readonly Engagement[]
  readonly absences: readonly Away[]
}

/**
 * Reads it. What lasts longer than a working day before the period is not looked for. When the landlord’s staff are away is
 * not for contractors.
 */
export async function engagedBetween(tx: Transaction, { from, to }: Period): Promise<Engaged> {
  const shown = await appointmentsBetween(tx, { from: from - 12 * hour, to: to + 2 * hour })
  const absences = tx.acting.contractorId === undefined ? await absencesBetween(tx, { from, to }) : []
  return {
    booked: shown.filter(stands).map(engagementOf),
    absences: absences
      .filter(({ endedAt }) => endedAt === null)
      .map(({ staffId, fromAt, toAt, where }) => ({ staffId, fromAt, untilAt: toAt, where })),
  }
}

function stands({ state, isTimed }: AppointmentShown): boolean {
  return isTimed && (state === 'booked' || state === 'started')
}

function engagementOf(shown: AppointmentShown): Engagement {
  const fromAt = shown.forAt ?? 0
  const usual = shown.place === 'home' ? usualMinutes.home : usualMinutes.office
  return {
    caseId: shown.caseId,
    fromAt,
    untilAt: shown.untilAt !== null && shown.untilAt > fromAt ? shown.untilAt : fromAt + usual * minute,
    place: shown.place ?? undefined,
    staffIds: shown.staffIds,
    roomId: shown.roomId ?? undefined,
    travelMinutes: shown.travelMinutes ?? usualMinutes.travel,
  }
}
