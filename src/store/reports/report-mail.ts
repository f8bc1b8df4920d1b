import { type Permission } from '#core/people/permission.ts'
import { permissionsOf, type Role, roles } from '#core/people/role.ts'
import type { Transaction } from '../database.ts'
import { queueMail } from '../jobs/outbox.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** What is told of reports: paragraphs, and lists of titles. */
interface ReportMail {
  readonly subject: string
  readonly says: readonly (string | readonly string[])[]
}

/** Tells everybody who may do something about reports, but whoever does this now and those who want no mail. */
export async function mailThoseWhoMay(
  tx: Transaction,
  store: Store,
  permission: Permission,
  mail: ReportMail,
): Promise<void> {
  const told = (Object.keys(roles) as Role[]).filter((role) => permissionsOf([role]).has(permission))
  const readers = await tx.run(staffToTell, [tx.acting.landlord, told, tx.acting.staffId ?? null])
  for (const reader of readers) await mailTo(tx, store, reader, mail)
}

/** Tells one of the staff, by the name that the ledger has for them; nobody where that is the system. */
export async function mailOne(
  tx: Transaction,
  store: Store,
  by: string | null,
  mail: ReportMail,
): Promise<void> {
  const [, staffId] = /^staff:(.+)$/.exec(by ?? '') ?? []
  if (staffId === undefined || staffId === tx.acting.staffId) return
  const [reader] = await tx.run(oneToTell, [tx.acting.landlord, staffId])
  if (reader !== undefined) await mailTo(tx, store, reader, mail)
}

async function mailTo(
  tx: Transaction,
  store: Store,
  { name, email }: { readonly name: string; readonly email: string },
  { subject, says }: ReportMail,
): Promise<void> {
  const lines = says.map((each) =>
    typeof each === 'string' ? each : each.map((line) => `- ${line}`).join('\n'),
  )
  const text = `${[`Dear ${name}`, ...lines, 'You find them in Kept, under Reports.'].join('\n\n')}\n`
  await queueMail(tx, { to: email, subject, text, about: 'reports' }, store.now())
}

const reader = `from staff s
     left join notice_preferences p on p.landlord = s.landlord and p.staff_id = s.staff_id
    where s.landlord = $1 and s.active and s.email is not null and coalesce(p.how, 'digest') <> 'none'`

const staffToTell = statement<{ readonly name: string; readonly email: string }>(
  'staff-to-tell-of-reports',
  `select s.name, s.email ${reader} and s.roles && $2::text[] and s.staff_id is distinct from $3
    order by s.staff_id limit 100`,
)

const oneToTell = statement<{ readonly name: string; readonly email: string }>(
  'one-to-tell-of-reports',
  `select s.name, s.email ${reader} and s.staff_id = $2`,
)
