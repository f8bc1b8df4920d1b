import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { isRecord } from '#core/ledger/field-check.ts'
import { systemActing } from '#core/people/acting.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { Landlord } from '#store/landlords.ts'
import type { Store } from '#store/store.ts'
import { configuredHelp } from '../configured.ts'
import { countingOn, inThousands } from '../counting.ts'
import { calledWrongly, done, type Outcome } from '../outcome.ts'
import { writeWhole } from '../whole-file.ts'
import { withStore } from '../with-store.ts'

/** `kept backup`: every landlord, in a folder. */
export function backupCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('backup')
    .summary('write every landlord into a folder, to be restored')
    .description(
      'Writes every landlord into a folder, a file each, as it stood at one instant, with passwords and keys in their sealed form.\n' +
        'Sealed things open only with the same KEPT_SECRET: keep it too, and elsewhere. A server may run meanwhile.',
    )
    .argument('<folder>', 'a folder that is not there yet, or empty')
    .addHelpText('after', `\n${configuredHelp}\n\nExit: 0 written; 2 it could not be, and says why.`)
    .action(async (folder: string) => finish(await backup(folder)))
}

/** `kept restore`: what a backup holds, into a database without landlords. */
export function restoreCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('restore')
    .summary('bring in what “kept backup” wrote')
    .description(
      'Brings every landlord of a backup into a database that has no others. Each is there whole afterwards, or not at all: where it\n' +
        'is cut off, run it again, and it goes on with those that are missing.',
    )
    .argument('<folder>', 'what “kept backup” wrote')
    .addHelpText('after', `\n${configuredHelp}\n\nExit: 0 restored; 2 it could not be, and says why.`)
    .action(async (folder: string) => finish(await restore(folder)))
}

const contents = 'backup.json'

async function backup(folder: string): Promise<Outcome> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return calledWrongly([refuse(`the folder “${folder}” is not empty`, 'name one that is not there yet')])
  return withStore(async (store) => {
    const { landlordsOf } = await import('#store/landlords.ts')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const written: Written[] = []
    for (const landlord of await landlordsOf(store)) {
      const one = await backupOne(store, landlord, folder)
      if (isRefusal(one)) return calledWrongly([one])
      written.push(one)
    }
    // Last of all, so that a backup that was cut off is not taken for one.
    const made = { kept: 'backup', format: 1, madeAt: new Date().toISOString(), landlords: written }
    writeFileSync(join(folder, contents), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
    return { ...done, printed: written.map(writtenText).join('\n') || 'There is no landlord yet' }
  })
}

interface Written {
  readonly slug: string
  readonly lines: number
  readonly sha256: string
}

function writtenText({ slug, lines }: Pick<Written, 'slug' | 'lines'>): string {
  return `${slug}: ${inThousands(lines)} lines`
}

async function backupOne(
  store: Store,
  { landlord, slug }: Landlord,
  folder: string,
): Promise<Written | Refusal> {
  const { exportLandlord } = await import('#store/whole/export-landlord.ts')
  const counting = countingOn()
  const onProgress = (lines: number) => counting.show(writtenText({ slug, lines }))
  const exported = await writeWhole(fileOf(folder, slug), (write) =>
    exportLandlord(store, systemActing(landlord), write, { backup: true, why: 'kept backup', onProgress }),
  )
  counting.done()
  return isRefusal(exported) ? exported : { slug, ...exported }
}

function fileOf(folder: string, slug: string): string {
  return join(folder, `${slug}.ndjson`)
}

async function restore(folder: string): Promise<Outcome> {
  const slugs = slugsIn(folder)
  if (isRefusal(slugs)) return calledWrongly([slugs])
  return withStore(async (store) => {
    const { landlordsOf } = await import('#store/landlords.ts')
    const there = (await landlordsOf(store)).map(({ slug }) => slug)
    const stranger = there.find((slug) => !slugs.includes(slug))
    if (stranger !== undefined)
      return calledWrongly([
        refuse(
          `the database has a landlord that is not in the backup: ${stranger}`,
          'restore into an empty one; “kept import --whole” brings one landlord in beside others',
        ),
      ])
    const lines: string[] = []
    for (const slug of slugs) {
      const line = there.includes(slug) ? `${slug}: there already` : await restoreOne(store, folder, slug)
      if (isRefusal(line)) return calledWrongly([line])
      lines.push(line)
    }
    return { ...done, printed: lines.join('\n') }
  })
}

async function restoreOne(store: Store, folder: string, slug: string): Promise<string | Refusal> {
  const { importWhole } = await import('#store/whole/import-whole.ts')
  const counting = countingOn()
  const onProgress = (lines: number) => counting.show(writtenText({ slug, lines }))
  const imported = await importWhole(store, createReadStream(fileOf(folder, slug)), { onProgress })
  counting.done()
  return isRefusal(imported) ? imported : writtenText(imported)
}

function slugsIn(folder: string): readonly string[] | Refusal {
  const file = join(folder, contents)
  const none = refuse(
    `“${folder}” holds no whole backup`,
    `${contents} is written last: make the backup again`,
  )
  if (!existsSync(file)) return none
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isRecord(read) || read['kept'] !== 'backup' || !Array.isArray(read['landlords'])) return none
  const slugs = (read['landlords'] as readonly unknown[]).map((each) =>
    isRecord(each) ? String(each['slug']) : '',
  )
  const gone = slugs.find((slug) => !existsSync(fileOf(folder, slug)))
  return gone === undefined ? slugs : refuse(`the backup lacks ${gone}`, 'copy the whole folder')
}
