import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Choice } from '#http/layout/form.tsx'
import { type RoomShown, roomsNow } from '#store/diaries/rooms.ts'
import { officesOf, type PlaceNamed, type StaffShown, staffOf, teamsOf } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { placeChoices, staffChoices } from '../acts/people-choices.ts'

/** Who and what diaries name. */
export interface DiaryNames {
  readonly staff: readonly StaffShown[]
  readonly teams: readonly PlaceNamed[]
  readonly offices: readonly PlaceNamed[]
  readonly rooms: readonly RoomShown[]
  readonly staffName: (staffId: string | null | undefined) => string
  readonly roomName: (roomId: string | null | undefined) => string | undefined
  readonly placeName: (id: string | null | undefined) => string | undefined
}

/** Reads the names of staff, teams, offices and rooms. */
export async function diaryNames(store: Store, acting: Acting): Promise<DiaryNames> {
  const [staff, teams, offices] = [
    await staffOf(store, acting),
    await teamsOf(store, acting),
    await officesOf(store, acting),
  ]
  const read: readonly RoomShown[] | Refused = await roomsNow(store, acting)
  const rooms = isRefused(read) ? [] : read
  const people = new Map(staff.map(({ staffId, name }) => [staffId, name]))
  const places = new Map([...teams, ...offices].map(({ id, name }) => [id, name]))
  const inRooms = new Map(rooms.map(({ roomId, name }) => [roomId, name]))
  return {
    staff,
    teams,
    offices,
    rooms,
    staffName: (id) => (id === null || id === undefined ? 'nobody' : (people.get(id) ?? id)),
    roomName: (id) => (id === null || id === undefined ? undefined : inRooms.get(id)),
    placeName: (id) => (id === null || id === undefined ? undefined : (places.get(id) ?? id)),
  }
}

/** Nobody, and everybody who works here. */
export function staffOrNobody({ staff }: DiaryNames, nobody: string): readonly Choice[] {
  return [{ value: '', label: nobody }, ...staffChoices(staff)]
}

/** No room, and the rooms there are: of one office, or of all with their office. */
export function roomChoices(
  { rooms, placeName }: DiaryNames,
  { officeId, free }: { readonly officeId?: string | undefined; readonly free?: true } = {},
): readonly Choice[] {
  const shown = rooms.filter(
    (room) => (officeId === undefined || room.officeId === officeId) && !(free === true && room.isTaken),
  )
  return [
    { value: '', label: 'No room' },
    ...shown.map(({ roomId, name, isPrivate, officeId: at }) => ({
      value: roomId,
      label: [name, isPrivate ? 'private' : 'open', officeId === undefined && placeName(at)]
        .filter(Boolean)
        .join(', '),
    })),
  ]
}

/** No office, and the offices there are. */
export function officeChoices({ offices }: DiaryNames, none: string): readonly Choice[] {
  return [{ value: '', label: none }, ...placeChoices(offices)]
}

/** No team, and the teams there are. */
export function teamChoices({ teams }: DiaryNames, none: string): readonly Choice[] {
  return [{ value: '', label: none }, ...placeChoices(teams)]
}
