import { master } from '../definition.ts'

/** Rooms at an office in which appointments are held and visitors are seen. */
export const rooms = master({
  kind: 'rooms',
  one: 'room',
  says: 'A room at an office, for appointments and visitors.',
  table: 'rooms',
  id: 'roomId',
  read: 'masters.read',
  write: 'masters.write',
  listedBy: ['office'],
  fields: {
    name: { says: 'what it is called', type: 'text', required: true },
    office: { says: 'at which office it is', type: 'id', of: 'offices', required: true },
    private: { says: 'whether one can talk there in private', type: 'yes or no', otherwise: true },
    endedOn: { says: 'when it was given up', type: 'date' },
  },
})
