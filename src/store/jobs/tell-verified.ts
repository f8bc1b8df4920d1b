import type { Acting } from '#core/people/acting.ts'
import { isRole, permissionsOf, roles } from '#core/people/role.ts'
import type { Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import type { Verified } from '../verify/difference.ts'
import { queueMail } from './outbox.ts'

/** Tells whoever may check the ledger that checking it found something. Gives how many were told. */
export async function tellVerified(
  store: Store,
  acting: Acting,
  { differences, listed }: Verified,
): Promise<number | Refused> {
  if (differences === 0) return 0
  const checking = Object.keys(roles).filter((role) => isRole(role) && permissionsOf([role]).has('verify'))
  return store.database.transact(acting, 'jobs.write', async (tx) => {
    const readers = await tx.run(staffInRoles, [acting.landlord, checking])
    for (const { name, email } of readers)
      await queueMail(
        tx,
        { to: email, ...mailOf(name, differences, listed), about: 'the ledger checked' },
        store.now(),
      )
    return readers.length
  })
}

const mostLines = 20

function mailOf(name: string, differences: number, listed: Verified['listed']) {
  const many = differences === 1 ? 'one difference' : `${differences} differences`
  const lines = listed.slice(0, mostLines).map(({ says, case: caseId }) => {
    const place = caseId === undefined ? '' : `${caseId}: `
    return `- ${place}${says}`
  })
  const left = differences - lines.length
  const text = [
    `Dear ${name}`,
    `The ledger was checked, and everything in it was worked out again. There is ${many} between what is stored and what was worked out:`,
    [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n'),
    'Please tell whoever runs Kept: “kept verify” says more.',
  ]
  return { subject: `Checking the ledger found ${many}`, text: `${text.join('\n\n')}\n` }
}

const staffInRoles = statement<{ readonly name: string; readonly email: string }>(
  'staff-in-roles',
  `select name, email from staff
    where landlord = $1 and active and email is not null and roles && $2::text[] order by staff_id limit 100`,
)
