import { Command } from 'commander'
import type { Acting } from '#core/people/acting.ts'
import { roles } from '#core/people/role.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Door } from '#store/people/door.ts'
import type { PersonShown } from '#store/people/people.ts'
import type { Store } from '#store/store.ts'
import { configured, configuredHelp } from '../configured.ts'
import { installed } from '../installed.ts'
import { calledWrongly, done, type Outcome } from '../outcome.ts'
import { type Format, formatOption, tableText } from '../print-table.ts'
import { actingFor } from '../with-store.ts'

interface Named {
  readonly landlord: string
  readonly email: string
}

/** `kept user`: whoever runs the machine adds staff who may sign in, gives roles, resets and ends sessions. */
export function userCommand(finish: (outcome: Outcome) => void): Command {
  const command = new Command('user')
    .summary('add staff who may sign in, give them roles, reset their sign-in, end their sessions')
    .addHelpText('after', `\nRoles: ${Object.keys(roles).join(', ')}\n\n${configuredHelp}`)
  landlordIn(command.command('add'))
    .description(
      'Lets a member of staff sign in. Prints the link by which they choose a password; it is sent to them too.',
    )
    .requiredOption('--email <address>', 'their e-mail address')
    .requiredOption('--name <name>', 'their full name')
    .requiredOption('--role <role...>', 'one or several roles')
    .option('--contractor <id>', 'for a contractor’s person: whose jobs alone they see')
    .action(async (asked: Added) => finish(await onLandlord(asked, (ground) => add(ground, asked))))
  landlordIn(command.command('list'))
    .description('Lists staff, those who may sign in and those who may not.')
    .addOption(formatOption())
    .action(async (asked: Named & { readonly format: Format }) =>
      finish(await onLandlord(asked, (ground) => list(ground, asked.format))),
    )
  personIn(command.command('roles'))
    .description('Says what somebody is: these roles, and no others.')
    .requiredOption('--role <role...>', 'one or several roles')
    .option('--contractor <id>', 'for a contractor’s person: whose jobs alone they see')
    .action(async (asked: Added) => finish(await onLandlord(asked, (ground) => give(ground, asked))))
  personIn(command.command('reset'))
    .description(
      'Unlocks a sign-in and makes a new link to choose a password; with --second-factor, that is taken away too.',
    )
    .option('--second-factor', 'for who lost their telephone')
    .action(async (asked: Reset) => finish(await onLandlord(asked, (ground) => reset(ground, asked))))
  personIn(command.command('end-sessions'))
    .description('Signs somebody out everywhere, at once.')
    .action(async (asked: Named) => finish(await onLandlord(asked, (ground) => endSessions(ground, asked))))
  return command
}

interface Added extends Named {
  readonly name: string
  readonly role: readonly string[]
  readonly contractor?: string
}

interface Reset extends Named {
  readonly secondFactor?: true
}

function landlordIn(command: Command): Command {
  return command.requiredOption(
    '--landlord <name>',
    'the landlord’s short name, as `kept landlord list` has it',
  )
}

function personIn(command: Command): Command {
  return landlordIn(command).requiredOption('--email <address>', 'whom')
}

interface Ground {
  readonly store: Store
  readonly acting: Acting
  readonly door: Door
}

type Done = string | Refused | Refusal

/** Does something for one landlord, as whoever runs the machine. */
function onLandlord(asked: Named, work: (ground: Ground) => Promise<Done>): Promise<Outcome> {
  return configured(({ origin, port }) =>
    installed(async ({ store, secret }) => {
      const acting = await actingFor(store, asked.landlord, 'command line')
      if (isRefusal(acting)) return calledWrongly([acting])
      const { openDoor } = await import('#store/people/door.ts')
      const door = openDoor({ secret, origin: origin ?? `http://localhost:${port}` })
      const result = await work({ store, acting, door })
      return typeof result === 'string' ? { ...done, printed: result } : calledWrongly([result])
    }),
  )
}

async function add({ store, acting, door }: Ground, asked: Added): Promise<Done> {
  const { addPerson } = await import('#store/people/add-person.ts')
  const { name, email, role, contractor } = asked
  const added = await addPerson(store, acting, {
    door,
    person: { name, email, roles: role, contractorId: contractor },
  })
  return isRefused(added)
    ? added
    : `${name} is added. The link works for three days, and once:\n${added.link}`
}

async function list({ store, acting }: Ground, format: Format): Promise<Done> {
  const { listPeople } = await import('#store/people/people.ts')
  const people: PersonShown[] = []
  let after: { readonly name: string; readonly staffId: string } | undefined
  do {
    const page = await listPeople(store, acting, { after, limit: 500 })
    if (isRefused(page)) return page
    people.push(...page.people)
    after = page.next
  } while (after !== undefined)
  const rows = people.map((each) => [
    each.staffId,
    each.name,
    each.email ?? '',
    each.roles.join(', '),
    standing(each),
  ])
  return tableText({ title: 'People', columns, rows }, format)
}

const columns = ['id', 'name', 'e-mail', 'roles', 'sign-in'].map((title) => ({
  name: title.replace('-', ''),
  title,
  align: 'start' as const,
}))

function standing({ active, hasSignIn, hasPassword, comesByOpenid }: PersonShown): string {
  if (!active) return 'stopped'
  if (!hasSignIn) return 'none'
  return hasPassword || comesByOpenid ? 'yes' : 'invited'
}

async function give(ground: Ground, { email, role, contractor }: Added): Promise<Done> {
  const { giveRoles } = await import('#store/people/change-people.ts')
  return withPerson(ground, email, async ({ store, acting }, staffId) => {
    const given = await giveRoles(store, acting, { staffId, roles: role, contractorId: contractor ?? null })
    return isRefused(given) ? given : `${email} is ${given.roles.join(', ')}`
  })
}

async function reset(ground: Ground, { email, secondFactor }: Reset): Promise<Done> {
  const { inviteAgain, takeSecondFactorAway, unlock } = await import('#store/people/change-people.ts')
  return withPerson(ground, email, async ({ store, acting, door }, staffId) => {
    const unlocked = await unlock(store, acting, { door, staffId })
    if (isRefused(unlocked)) return unlocked
    const taken = secondFactor === true ? await takeSecondFactorAway(store, acting, { staffId }) : unlocked
    if (isRefused(taken)) return taken
    const invited = await inviteAgain(store, acting, { door, staffId })
    return isRefused(invited) ? invited : `The link works for three days, and once:\n${invited.link}`
  })
}

async function endSessions(ground: Ground, { email }: Named): Promise<Done> {
  const { endPersonsSessions } = await import('#store/people/change-people.ts')
  return withPerson(ground, email, async ({ store, acting }, staffId) => {
    const ended = await endPersonsSessions(store, acting, { staffId })
    return isRefused(ended) ? ended : `Sessions ended: ${ended.ended}`
  })
}

async function withPerson(
  ground: Ground,
  email: string,
  work: (ground: Ground, staffId: string) => Promise<Done>,
): Promise<Done> {
  const { findStaffId } = await import('#store/people/people.ts')
  const staffId = await findStaffId(ground.store, ground.acting, { email })
  return isRefused(staffId) ? staffId : work(ground, staffId)
}
