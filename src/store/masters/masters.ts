import type { MasterDefinition } from './definition.ts'
import { alerts } from './kinds/alerts.ts'
import { contractors } from './kinds/contractors.ts'
import { customers } from './kinds/customers.ts'
import { homes } from './kinds/homes.ts'
import { needs } from './kinds/needs.ts'
import { offices } from './kinds/offices.ts'
import { representatives } from './kinds/representatives.ts'
import { rooms } from './kinds/rooms.ts'
import { staff } from './kinds/staff.ts'
import { strands } from './kinds/strands.ts'
import { teams } from './kinds/teams.ts'
import { tenancies } from './kinds/tenancies.ts'

/** Every kind of master, those that others name first. */
export const masters: readonly MasterDefinition[] = [
  offices,
  rooms,
  teams,
  contractors,
  staff,
  homes,
  customers,
  representatives,
  needs,
  alerts,
  strands,
  tenancies,
]

/** The kind of this name, if there is one. */
export function masterNamed(kind: string): MasterDefinition | undefined {
  return masters.find((each) => each.kind === kind)
}
