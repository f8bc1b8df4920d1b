import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { MasterDefinition } from '#store/masters/definition.ts'
import { masterNamed } from '#store/masters/masters.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { faultOfMaster, sentFrom, typedIn, typedOf, versionIn } from '../customers/master-form.tsx'
import { todayOf } from '../times.ts'
import { type Choices, RecordForm, type RecordTyped } from './record-form.tsx'
import { type RecordKind, recordKinds } from './record-kinds.ts'
import { nameOf, RecordList } from './record-list.tsx'

type Asked = PageAsked<Visitor>

/** Lists and forms of everything that is looked after as a list: teams, offices, rooms … */
export const recordPages: readonly PageRoute[] = recordKinds.flatMap((kind) => {
  const { read, write, kind: name } = kind.definition
  const adds =
    kind.addedElsewhere === true
      ? []
      : [
          pageRoute({
            method: 'GET',
            path: `/administration/${name}/new`,
            who: write,
            handle: (asked) => formPage(asked, kind, { ...blank, token: asked.formToken }),
          }),
          pageRoute({
            method: 'POST',
            path: `/administration/${name}/new`,
            who: write,
            handle: (asked) => add(asked, kind),
          }),
        ]
  return [
    pageRoute({
      method: 'GET',
      path: `/administration/${name}`,
      who: read,
      handle: (asked) => list(asked, kind),
    }),
    ...adds,
    pageRoute({
      method: 'GET',
      path: `/administration/${name}/:id`,
      who: write,
      handle: (asked) => show(asked, kind),
    }),
    pageRoute({
      method: 'POST',
      path: `/administration/${name}/:id`,
      who: write,
      handle: (asked) => change(asked, kind),
    }),
  ]
})

const blank: Omit<RecordTyped, 'token'> = { id: undefined, version: 0, typed: {}, faults: [] }
const rowsOnAPage = 100

async function list({ store, visitor, query }: Asked, kind: RecordKind): Promise<PageAnswer | Refused> {
  const { definition } = kind
  const after = textIn(query, 'after')
  const rows = await listMasters(store, visitor.acting, definition, { after, limit: rowsOnAPage })
  if (isRefused(rows)) return rows
  const choices = await choicesFor(store, visitor, definition)
  if (isRefused(choices)) return choices
  const next = rows.length < rowsOnAPage ? undefined : rows.at(-1)?.id
  const mayChange = visitor.acting.may.has(definition.write)
  return {
    title: kind.title,
    wide: true,
    back: administration,
    notice: textIn(query, 'done') === 'saved' ? 'It is saved.' : undefined,
    content: <RecordList kind={kind} rows={rows} choices={choices} mayChange={mayChange} next={next} />,
  }
}

const administration = { href: local`/administration`, text: 'Administration' }

async function show(asked: Asked, kind: RecordKind): Promise<PageAnswer | Refused> {
  const { store, visitor, params, formToken } = asked
  const { definition } = kind
  const row = await readMaster(store, visitor.acting, definition, { id: params['id'] ?? '' })
  if (isRefused(row)) return row
  const typed = typedOf(definition, row.values)
  return formPage(
    asked,
    kind,
    { id: row.id, version: row.version, typed, faults: [], token: formToken },
    nameOf(row),
  )
}

async function add(asked: Asked, kind: RecordKind): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, formToken } = asked
  const { definition } = kind
  const typed = typedIn(definition, fields)
  const values = sentFrom(definition, typed, todayOf(store.now()))
  const added = await addMaster(store, visitor.acting, definition, { values })
  if (!isRefused(added)) return { goTo: local`/administration/${definition.kind}?done=saved` }
  return formPage(asked, kind, {
    ...blank,
    typed,
    faults: [faultOfMaster(definition, added)],
    token: formToken,
  })
}

/** What another page looks after stays as it is. */
async function change(asked: Asked, kind: RecordKind): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields, formToken } = asked
  const { definition, elsewhere = [] } = kind
  const row = await readMaster(store, visitor.acting, definition, { id: params['id'] ?? '' })
  if (isRefused(row)) return row
  const typed = typedIn(definition, fields)
  const sent = sentFrom(definition, typed, todayOf(store.now()))
  const untouched = Object.fromEntries(elsewhere.map((name) => [name, row.values[name] ?? null]))
  const changed = await changeMaster(store, visitor.acting, definition, {
    id: row.id,
    expected: versionIn(fields),
    values: { ...sent, ...untouched },
  })
  if (!isRefused(changed)) return { goTo: local`/administration/${definition.kind}?done=saved` }
  const stale = changed.because === 'changed meanwhile'
  const faults = [stale ? meanwhile : faultOfMaster(definition, changed)]
  const version = stale ? row.version : versionIn(fields)
  return formPage(asked, kind, { id: row.id, version, typed, faults, token: formToken }, nameOf(row))
}

const meanwhile: Fault = {
  says: 'Somebody else changed this while you typed. What you typed is kept below. Save once more to put it in place of theirs.',
}

async function formPage(
  { store, visitor }: Asked,
  kind: RecordKind,
  form: RecordTyped,
  title = kind.addTitle,
): Promise<PageAnswer | Refused> {
  const { definition } = kind
  const choices = await choicesFor(store, visitor, definition)
  if (isRefused(choices)) return choices
  return {
    title,
    back: { href: local`/administration/${definition.kind}`, text: kind.title },
    content: <RecordForm kind={kind} title={title} form={form} choices={choices} />,
    faults: form.faults,
    ...(form.faults.length > 0 && { status: 422 }),
  }
}

/** What each field that names another record may name: offices, teams and contractors are few. */
async function choicesFor(
  store: Asked['store'],
  visitor: Visitor,
  { fields }: MasterDefinition,
): Promise<Choices | Refused> {
  const choices: Record<string, Choices[string]> = {}
  for (const [name, { type, of = '' }] of Object.entries(fields)) {
    const other = type === 'id' ? masterNamed(of) : undefined
    if (other === undefined) continue
    const rows = await listMasters(store, visitor.acting, other, { limit: 200 })
    if (isRefused(rows)) return rows
    choices[name] = rows.map((row) => ({ value: row.id, label: nameOf(row) }))
  }
  return choices
}
