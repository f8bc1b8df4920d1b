import { accessRequests, feedback, formats } from './parts/requests.ts'
import { antisocialBehaviour, incidents } from './parts/neighbours.ts'
import { applications, nominations, transfers, voids } from './parts/lettings.ts'
import { appointments } from './parts/appointments.ts'
import { calls } from './parts/calls.ts'
import { compensation } from './parts/compensation.ts'
import { complaints } from './parts/complaints.ts'
import { diaries } from './parts/diaries.ts'
import { duties, returns, settings } from './parts/records.ts'
import { messages, voicemails } from './parts/messages.ts'
import { mistakes } from './parts/mistakes.ts'
import { observations } from './parts/observations.ts'
import { plannedWorks } from './parts/planned-works.ts'
import { profiles } from './parts/profiles.ts'
import { publications } from './parts/publications.ts'
import { reception } from './parts/reception.ts'
import { rentAccounts } from './parts/rent.ts'
import { repairs } from './parts/repairs.ts'
import { surveys } from './parts/surveys.ts'
import { telephoneEnquiries } from './parts/telephone-enquiries.ts'
import { tenancies } from './parts/tenancies.ts'
import { training } from './parts/staff.ts'
import type { Case, Told } from './told.ts'
import type { World } from './world.ts'
import { writing } from './parts/writing.ts'

/** One landlord's year, in the order in which it was told. */
export function yearOf(world: World): readonly Told[] {
  const told = [...standing(world), ...life(world).filter((each) => isInTheYear(world, each))].flatMap(
    (each) => each.events,
  )
  // The ledger is handed over at midnight after the year: what was not told by then is not in it.
  const handedOverAt = world.zone.startOf(world.year.ends + 1)
  return told
    .filter(({ recordedAt }) => recordedAt < handedOverAt)
    .sort((a, b) => a.recordedAt - b.recordedAt)
}

/** What stands from year to year: staff, notices, duties, accounts. */
function standing(world: World): readonly Case[] {
  const parts = [
    duties,
    settings,
    returns,
    publications,
    training,
    diaries,
    profiles,
    transfers,
    rentAccounts,
  ]
  return parts.flatMap((part) => part(world))
}

/** What comes in and is dealt with. */
function life(world: World): readonly Case[] {
  const rung = calls(world)
  const written = writing(world)
  const asked = [...voicemails(world, rung.voicemailsAt), ...messages(world), ...telephoneEnquiries(world)]
  const visited = appointments(world)
  const complained = complaints(world)
  const alone = partsAlone.flatMap((part) => part(world))
  return [
    ...rung.cases,
    ...written,
    ...asked,
    ...mistakes(world, written),
    ...visited,
    ...complained,
    ...compensation(world, [...visited, ...complained]),
    ...alone,
  ]
}

/** Parts that lean on no other. */
const partsAlone = [
  reception,
  repairs,
  antisocialBehaviour,
  incidents,
  accessRequests,
  formats,
  feedback,
  applications,
  nominations,
  voids,
  tenancies,
  plannedWorks,
  observations,
  surveys,
]

/** What was over before the year is left out; what was still in hand is told whole. */
function isInTheYear(world: World, { events }: Case): boolean {
  const begins = world.zone.startOf(world.year.begins)
  return events.some(({ at }) => at >= begins)
}
