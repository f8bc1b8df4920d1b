import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import type { Choice } from '#http/layout/form.tsx'
import { roomsNow } from '#store/diaries/rooms.ts'
import {
  contractorsOf,
  officesOf,
  type PlaceNamed,
  type StaffShown,
  staffOf,
  teamsOf,
} from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import type { ActPeople } from './act-people.ts'
import type { FormField } from './form-act.ts'

/** Who and what can be named in these fields, each as a choice of a list; what no field asks for is not read. */
export async function peopleFor(
  store: Store,
  acting: Acting,
  fields: readonly FormField[],
): Promise<ActPeople> {
  const asked = new Set(fields.map(({ definition }) => definition.of))
  return {
    staff: asked.has('staff') ? staffChoices(await staffOf(store, acting)) : [],
    teams: asked.has('team') ? placeChoices(await teamsOf(store, acting)) : [],
    contractors: asked.has('contractor') ? placeChoices(await contractorsOf(store, acting)) : [],
    offices: asked.has('office') ? placeChoices(await officesOf(store, acting)) : [],
    rooms: asked.has('room') ? await roomChoices(store, acting) : [],
  }
}

/** Whoever works here now, by name, with what they do: two may be called alike. */
export function staffChoices(staff: readonly StaffShown[]): readonly Choice[] {
  return staff
    .filter(({ active, contractorId }) => active && contractorId === null)
    .map(({ staffId, name, jobTitle }) => ({
      value: staffId,
      label: jobTitle === null ? name : `${name}, ${jobTitle}`,
    }))
}

/** Every room, with its office: two offices may each have a blue one. */
async function roomChoices(store: Store, acting: Acting): Promise<readonly Choice[]> {
  const rooms = await roomsNow(store, acting)
  if (isRefused(rooms)) return []
  const offices = new Map((await officesOf(store, acting)).map(({ id, name }) => [id, name]))
  return rooms.map(({ roomId, name, officeId }) => ({
    value: roomId,
    label: [name, offices.get(officeId)].filter(Boolean).join(', '),
  }))
}

/** The places that are still there. */
export function placeChoices(places: readonly PlaceNamed[]): readonly Choice[] {
  return places.filter(({ ended }) => !ended).map(({ id, name }) => ({ value: id, label: name }))
}
