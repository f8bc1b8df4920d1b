import { isRole, roles as allRoles } from '#core/people/role.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** Why somebody may not have these roles together, if so. */
export async function rolesRefused(
  tx: Transaction,
  asked: readonly string[],
  contractorId: string | null,
): Promise<Refused | undefined> {
  const unknown = asked.find((role) => !isRole(role))
  if (unknown !== undefined)
    return refused(
      'not valid',
      `there is no role “${unknown.slice(0, 60)}”`,
      `choose from ${Object.keys(allRoles).join(', ')}`,
      '/roles',
    )
  if (asked.length === 0) return refused('not valid', 'no role is chosen', 'choose one or several', '/roles')
  const isContractor = asked.includes('contractor')
  if (isContractor && asked.length > 1)
    return refused('not valid', 'a contractor has no other role', 'choose that role alone', '/roles')
  if (isContractor !== (contractorId !== null))
    return refused(
      'not valid',
      'the role of contractor and the contractor they work for go together',
      'choose both or neither',
      '/contractorId',
    )
  if (
    contractorId === null ||
    (await tx.run(contractorById, [tx.acting.landlord, contractorId])).length === 1
  )
    return undefined
  return refused('not found', 'there is no such contractor', 'add the contractor first', '/contractorId')
}

const contractorById = statement(
  'contractor-for-role',
  'select 1 from contractors where landlord = $1 and contractor_id = $2',
)
