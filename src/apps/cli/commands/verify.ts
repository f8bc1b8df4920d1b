import { Command } from 'commander'
import { type Acting, systemActing } from '#core/people/acting.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Store } from '#store/store.ts'
import type { Verified } from '#store/verify/difference.ts'
import { configuredHelp } from '../configured.ts'
import { countingOn, inThousands } from '../counting.ts'
import { counted } from '../counted.ts'
import { calledWrongly, done, faultsFound, type Outcome } from '../outcome.ts'
import { actingFor, withStore } from '../with-store.ts'

interface VerifyOptions {
  readonly landlord?: string
}

/** `kept verify`: the ledger, and everything worked out from it. */
export function verifyCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('verify')
    .summary('check the ledger, and work everything out again')
    .description(
      'Checks that every event is there, in its place, and says what it said when it was recorded; works out every clock, case and\n' +
        'figure again from nothing but events; and checks the root of every day. Changes nothing. May run beside a server.',
    )
    .option('--landlord <name>', 'only this one: the landlord’s short name')
    .addHelpText(
      'after',
      `\n${configuredHelp}\n\nExit: 0 nothing differs; 1 something does, each named with its place; 2 it could not be checked, and says why.`,
    )
    .action(async ({ landlord }: VerifyOptions) => finish(await verify(landlord)))
}

function verify(landlord: string | undefined): Promise<Outcome> {
  return withStore(async (store) => {
    const named = landlord === undefined ? undefined : await actingFor(store, landlord)
    if (isRefusal(named)) return calledWrongly([named])
    const { landlordsOf } = await import('#store/landlords.ts')
    const all = (await landlordsOf(store)).filter(
      (each) => named === undefined || each.landlord === named.landlord,
    )
    const lines: string[] = []
    const faults: string[] = []
    for (const each of all) {
      const verified = await verifyOne(store, systemActing(each.landlord), each.slug)
      if (isRefusal(verified)) return calledWrongly([verified])
      lines.push(`${each.slug}: ${verifiedText(verified)}`)
      faults.push(...faultsOf(each.slug, verified))
    }
    const printed = lines.length === 0 ? 'There is no landlord yet' : lines.join('\n')
    return { ...(faults.length === 0 ? done : faultsFound(faults)), printed }
  })
}

async function verifyOne(store: Store, acting: Acting, slug: string) {
  const { verifyLandlord } = await import('#store/verify/verify-landlord.ts')
  const counting = countingOn()
  const verified = await verifyLandlord(store, acting, {
    onProgress: ({ cases }) => counting.show(`${slug}: ${inThousands(cases)} cases`),
  })
  counting.done()
  return verified
}

function verifiedText({ cases, events, clocks, days, differences }: Verified): string {
  const of = `${inThousands(events)} events, ${inThousands(cases)} cases, ${inThousands(clocks)} clocks, ${inThousands(days)} days sealed`
  return `${of}: ${differences === 0 ? 'nothing differs' : counted(differences, 'difference')}`
}

function faultsOf(slug: string, { listed, differences }: Verified): readonly string[] {
  const told = listed.map(({ says }) => `${slug}: ${says}`)
  return differences > listed.length ? [...told, `${slug}: and ${differences - listed.length} more`] : told
}
