import { isLetterChannel, isPurpose, type LetterChannel, type Purpose } from '#core/letters/letter-acts.ts'
import { unknownFields } from '#core/letters/merge-fields.ts'
import { type LetterTemplate, startingTemplates } from '#core/letters/starting-templates.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** A template as it is used now. Version 0 is the program’s own, which the landlord has not changed. */
export interface TemplateNow extends LetterTemplate {
  readonly version: number
  readonly changedAt: Instant | null
  readonly changedBy: string | null
  readonly ended: boolean
}

/** One version of a template’s words. */
export interface TemplateVersion {
  readonly version: number
  readonly subject: string
  readonly body: string
  readonly madeAt: Instant | null
  readonly madeBy: string | null
}

/** More than any landlord writes. */
const mostTemplates = 200

/** Every template in use, by name; with the ended ones where that is asked. */
export function listTemplates(
  store: Store,
  acting: Acting,
  { ended = false }: { readonly ended?: boolean } = {},
): Promise<readonly TemplateNow[] | Refused> {
  return store.database.transact(acting, 'masters.read', async (tx) => {
    const all = await allTemplates(tx)
    return ended ? all : all.filter((each) => !each.ended)
  })
}

/** One template with every version it has had, the latest first. */
export function readTemplate(
  store: Store,
  acting: Acting,
  templateId: string,
): Promise<{ readonly template: TemplateNow; readonly versions: readonly TemplateVersion[] } | Refused> {
  return store.database.transact(acting, 'masters.read', async (tx) => {
    const template = (await allTemplates(tx)).find((each) => each.templateId === templateId)
    if (template === undefined) return noSuchTemplate()
    const versions = await tx.run(versionsOf, [acting.landlord, templateId])
    return { template, versions: [...versions, ...startingVersion(templateId)] }
  })
}

/** What is typed of a template. */
export type TemplateTyped = Omit<LetterTemplate, 'templateId' | 'purpose' | 'channel'> & {
  readonly purpose: string
  readonly channel: string
}

/**
 * Saves a template’s words as a new version; letters already sent keep theirs. `expected` is the version that whoever
 * writes has seen; without it the template is new, and its id must be free.
 */
export async function saveTemplate(
  store: Store,
  acting: Acting,
  {
    templateId,
    typed,
    expected,
  }: {
    readonly templateId: string
    readonly typed: TemplateTyped
    readonly expected?: number
  },
): Promise<{ readonly templateId: string; readonly version: number } | Refused> {
  const fault = idFault(templateId) ?? templateFault(typed)
  if (fault !== undefined) return fault
  return store.database.transact(acting, 'masters.write', async (tx) => {
    const all = await allTemplates(tx)
    const now = all.find((each) => each.templateId === templateId)
    if (now === undefined && expected !== undefined) return noSuchTemplate()
    if (now === undefined && all.length >= mostTemplates)
      return refused('too many', `there are ${mostTemplates} templates already`, 'change one that is there')
    if (now !== undefined && expected === undefined)
      return refused(
        'already there',
        'there is a template of this name',
        'change that one, or choose another name',
        '/name',
      )
    if (now !== undefined && now.version !== expected)
      return refused(
        'changed meanwhile',
        'somebody changed this template since you opened it',
        'look at theirs, then change it again',
      )
    return putVersion(tx, store, { templateId, version: (now?.version ?? 0) + 1, typed })
  })
}

/** Takes a template out of use, or back into it. What was sent with it stays. */
export function endTemplate(
  store: Store,
  acting: Acting,
  { templateId, ended }: { readonly templateId: string; readonly ended: boolean },
): Promise<{ readonly templateId: string } | Refused> {
  return store.database.transact(acting, 'masters.write', async (tx) => {
    const template = (await allTemplates(tx)).find((each) => each.templateId === templateId)
    if (template === undefined) return noSuchTemplate()
    if (template.version === 0) {
      const put = await putVersion(tx, store, { templateId, version: 1, typed: template })
      if ('refusal' in put) return put
    }
    const at = ended ? instantText(store.now()) : null
    await tx.run(setEnded, [acting.landlord, templateId, at])
    return { templateId }
  })
}

async function putVersion(
  tx: Transaction,
  store: Store,
  {
    templateId,
    version,
    typed,
  }: {
    readonly templateId: string
    readonly version: number
    readonly typed: TemplateTyped
  },
): Promise<{ readonly templateId: string; readonly version: number } | Refused> {
  const { landlord, by } = tx.acting
  const { name, purpose, channel, subject, body } = typed
  const at = instantText(store.now())
  // Whoever saves the same version at the same moment comes second.
  const [put] = await tx.run(putTemplate, [landlord, templateId, name, purpose, channel, version, at, by])
  if (put === undefined)
    return refused(
      'changed meanwhile',
      'somebody changed this template since you opened it',
      'look at theirs, then change it again',
    )
  await tx.run(insertVersion, [landlord, templateId, version, subject, body, at, by])
  return { templateId, version }
}

/** The landlord’s own, and those of the program that it has not changed. */
async function allTemplates(tx: Transaction): Promise<readonly TemplateNow[]> {
  const own = (await tx.run(templatesNow, [tx.acting.landlord])).map(asTemplate)
  const changed = new Set(own.map(({ templateId }) => templateId))
  const untouched = startingTemplates
    .filter(({ templateId }) => !changed.has(templateId))
    .map((each) => ({ ...each, version: 0, changedAt: null, changedBy: null, ended: false }))
  return [...own, ...untouched].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function startingVersion(templateId: string): readonly TemplateVersion[] {
  return startingTemplates
    .filter((each) => each.templateId === templateId)
    .map(({ subject, body }) => ({ version: 0, subject, body, madeAt: null, madeBy: null }))
}

function asTemplate({ purpose, channel, ...row }: TemplateRow): TemplateNow {
  return {
    ...row,
    purpose: isPurpose(purpose) ? purpose : ('other' satisfies Purpose),
    channel: isLetterChannel(channel) ? channel : ('any' satisfies LetterChannel | 'any'),
  }
}

function idFault(templateId: string): Refused | undefined {
  if (/^[a-z0-9][a-z0-9-]{0,99}$/.test(templateId)) return undefined
  return refused(
    'not valid',
    'the name has no letter or digit in it',
    'give it a name of a few words',
    '/name',
  )
}

function templateFault({ name, purpose, channel, subject, body }: TemplateTyped): Refused | undefined {
  if (name.trim() === '' || name.length > 100)
    return refused(
      'not valid',
      'the template has no name, or one of more than 100 letters',
      'give it a short name',
      '/name',
    )
  if (!isPurpose(purpose))
    return refused('not valid', 'it is not said what the template is for', 'choose one', '/purpose')
  if (channel !== 'any' && !isLetterChannel(channel))
    return refused('not valid', 'it is not said how it goes out', 'choose one', '/channel')
  if (subject.trim() === '' || subject.length > 200)
    return refused(
      'not valid',
      'the subject is empty, or longer than 200 letters',
      'write one short line',
      '/subject',
    )
  if (body.trim() === '' || body.length > 20_000)
    return refused(
      'not valid',
      'the letter is empty, or longer than 20,000 letters',
      'write it, or make it shorter',
      '/body',
    )
  return fieldFault(subject, '/subject') ?? fieldFault(body, '/body')
}

function fieldFault(text: string, field: string): Refused | undefined {
  const [first] = unknownFields(text)
  if (first === undefined) return undefined
  return refused(
    'not valid',
    `nothing can be put in for ((${first}))`,
    'use one of the names in the list',
    field,
  )
}

function noSuchTemplate(): Refused {
  return refused('not found', 'there is no such template', 'choose one from the list')
}

interface TemplateRow extends Omit<TemplateNow, 'purpose' | 'channel'> {
  readonly purpose: string
  readonly channel: string
}

const templatesNow = statement<TemplateRow>(
  'letter-templates-now',
  `select t.template_id as "templateId", t.name, t.purpose, t.channel, v.subject, v.body, t.version,
          t.changed_at as "changedAt", t.changed_by as "changedBy", t.ended_at is not null as ended
     from letter_templates t
     join letter_template_versions v
       on v.landlord = t.landlord and v.template_id = t.template_id and v.version = t.version
    where t.landlord = $1 order by t.template_id limit 500`,
)

const versionsOf = statement<TemplateVersion>(
  'letter-template-versions',
  `select version, subject, body, made_at as "madeAt", made_by as "madeBy" from letter_template_versions
    where landlord = $1 and template_id = $2 order by version desc limit 200`,
)

const putTemplate = statement<{ readonly version: number }>(
  'put-letter-template',
  `insert into letter_templates as t (landlord, template_id, name, purpose, channel, version, changed_at, changed_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (landlord, template_id) do update
      set name = excluded.name, purpose = excluded.purpose, channel = excluded.channel, version = excluded.version,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where t.version = excluded.version - 1
   returning t.version`,
)

const insertVersion = statement(
  'insert-letter-template-version',
  `insert into letter_template_versions (landlord, template_id, version, subject, body, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const setEnded = statement(
  'end-letter-template',
  'update letter_templates set ended_at = $3 where landlord = $1 and template_id = $2',
)
