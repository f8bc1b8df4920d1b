import type { MasterDefinition } from '#store/masters/definition.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { offices } from '#store/masters/kinds/offices.ts'
import { rooms } from '#store/masters/kinds/rooms.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'

/** Something that is looked after as a list: what it is called, and what of it another page looks after. */
export interface RecordKind {
  readonly definition: MasterDefinition
  readonly title: string
  readonly says: string
  readonly addTitle: string
  /** What the list shows of each; its name stands first. */
  readonly shows: readonly string[]
  /** Fields that another page changes. */
  readonly elsewhere?: readonly string[]
  /** Nobody is added here: people are let in on a page of their own. */
  readonly addedElsewhere?: true
}

/** Everything that is looked after as a list. */
export const recordKinds: readonly RecordKind[] = [
  {
    definition: teams,
    title: 'Teams',
    says: 'Who shares work',
    addTitle: 'Add a team',
    shows: ['office', 'telephone'],
  },
  {
    definition: staff,
    title: 'Staff details',
    says: 'Job titles, teams and direct numbers, as letters show them',
    addTitle: 'Add somebody',
    shows: ['jobTitle', 'team', 'directDial'],
    elsewhere: ['roles', 'active', 'contractor', 'email'],
    addedElsewhere: true,
  },
  {
    definition: offices,
    title: 'Offices',
    says: 'Where customers can visit us',
    addTitle: 'Add an office',
    shows: ['postcode', 'telephone'],
  },
  {
    definition: rooms,
    title: 'Rooms',
    says: 'Where appointments are held, and which of them are private',
    addTitle: 'Add a room',
    shows: ['office', 'private'],
  },
  {
    definition: homes,
    title: 'Homes',
    says: 'What is let, leased or looked after',
    addTitle: 'Add a home',
    shows: ['postcode', 'office'],
  },
  {
    definition: contractors,
    title: 'Contractors',
    says: 'Firms that do work for us',
    addTitle: 'Add a contractor',
    shows: ['trade', 'telephone'],
  },
]
