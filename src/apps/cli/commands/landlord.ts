import { Command } from 'commander'
import { inWords, isRefusal } from '#core/refusal.ts'
import type { Store } from '#store/store.ts'
import type { Move, Preview, Standing } from '#store/terms/bring-to-terms.ts'
import { configuredHelp } from '../configured.ts'
import { counted } from '../counted.ts'
import { calledWrongly, done, faultsFound, type Outcome } from '../outcome.ts'
import { findPack, readHolidays, readPack } from '../pack-files.ts'
import { actingFor, withStore } from '../with-store.ts'

interface AddOptions {
  readonly pack: string
  readonly holidays?: string
}

interface ActivateOptions {
  readonly landlord: string
  readonly pack?: string
  readonly holidays?: string
  readonly preview?: true
  readonly why: string
}

/** `kept landlord`: which landlords there are, adding one with its first edition, and activating the next. */
export function landlordCommand(finish: (outcome: Outcome) => void): Command {
  const command = new Command('landlord')
    .summary('list landlords, add one with its pack, activate an edition or bank holidays')
    .addHelpText('after', `\n${configuredHelp}`)
  command
    .command('list')
    .description('Lists the landlords of the database.')
    .action(async () => finish(await withStore(list)))
  command
    .command('add')
    .description('Adds a landlord with the first edition of its pack.')
    .requiredOption('--pack <pack>', 'a shipped pack’s name, a folder or a file')
    .option('--holidays <file>', 'other bank holidays, in the format of GOV.UK')
    .action(async (options: AddOptions) => finish(await withStore((store) => add(store, options))))
  command
    .command('activate')
    .description(
      'Makes a further edition or new bank holidays take effect; --preview shows what would move and changes nothing.',
    )
    .requiredOption('--landlord <name>', 'the landlord’s short name, as `kept landlord list` has it')
    .option('--pack <pack>', 'the edition: a folder or a file')
    .option('--holidays <file>', 'bank holidays, in the format of GOV.UK')
    .option('--preview', 'show what would move, and change nothing')
    .option('--why <words>', 'the reason, kept with the terms', 'activated on the command line')
    .action(async (options: ActivateOptions) => finish(await withStore((store) => activate(store, options))))
  return command
}

async function list(store: Store): Promise<Outcome> {
  const { landlordsOf } = await import('#store/landlords.ts')
  const landlords = await landlordsOf(store)
  if (landlords.length === 0)
    return { ...done, printed: 'There is no landlord yet: `kept landlord add --pack PACK`' }
  return { ...done, printed: landlords.map(({ slug, name }) => `${slug}  ${name}`).join('\n') }
}

async function add(store: Store, { pack: named, holidays: file }: AddOptions): Promise<Outcome> {
  const found = findPack(named)
  if (isRefusal(found)) return calledWrongly([found])
  const pack = readPack(found)
  if (!('promises' in pack)) return faultsFound([`${found.file} has faults: see \`kept check ${named}\``])
  const holidays = readHolidays(file)
  if (isRefusal(holidays)) return calledWrongly([holidays])
  const { addLandlord } = await import('#store/landlords.ts')
  const { activateTerms } = await import('#store/terms/activate.ts')
  const acting = await addLandlord(store, { slug: pack.id, name: pack.landlord })
  if (isRefusal(acting)) return calledWrongly([acting])
  const activated = await activateTerms(store, acting, {
    pack: found.text,
    holidays,
    why: 'the first edition',
  })
  if (isRefusal(activated)) return faultsFound([inWords(activated)])
  return { ...done, printed: `Added ${pack.landlord} as ${pack.id}, edition ${pack.edition}` }
}

async function activate(store: Store, options: ActivateOptions): Promise<Outcome> {
  const acting = await actingFor(store, options.landlord)
  if (isRefusal(acting)) return calledWrongly([acting])
  const found = options.pack === undefined ? undefined : findPack(options.pack)
  if (isRefusal(found)) return calledWrongly([found])
  const holidays = options.holidays === undefined ? undefined : readHolidays(options.holidays)
  if (isRefusal(holidays)) return calledWrongly([holidays])
  const change = { ...(found && { pack: found.text }), ...(holidays !== undefined && { holidays }) }
  if (options.preview === true) {
    const { previewTerms } = await import('#store/terms/bring-to-terms.ts')
    const preview = await previewTerms(store, acting, change)
    return isRefusal(preview) ? faultsFound([inWords(preview)]) : { ...done, printed: previewText(preview) }
  }
  const { activateTerms } = await import('#store/terms/activate.ts')
  const activated = await activateTerms(store, acting, { ...change, why: options.why })
  if (isRefusal(activated)) return faultsFound([inWords(activated)])
  return {
    ...done,
    printed: 'Activated. Open clocks are worked out again by a job; what was decided before stands.',
  }
}

function previewText({ cases, moved, moves, more }: Preview): string {
  const limit = more ? '; there are more cases, which were not tried' : ''
  const head = `${counted(moved, 'clock')} would move, of ${counted(cases, 'case')} tried${limit}`
  return [head, ...moves.map(moveText)].join('\n')
}

function moveText({ caseId, promise, n, before, after }: Move): string {
  return `${promise}  ${caseId}${n > 1 ? ` (${n})` : ''}  ${standingText(before)} -> ${standingText(after)}`
}

function standingText(standing: Standing | undefined): string {
  if (standing === undefined) return 'no clock'
  const { outcome, dueOn, dueAt } = standing
  return `${outcome}, due ${dueOn ?? dueAt}`
}
