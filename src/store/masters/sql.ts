import { type Statement, statement } from '../statement.ts'
import type { MasterDefinition, MasterField, MasterRow, MasterType } from './definition.ts'

/** The statements of a kind of master, made from its definition. */
export interface MasterSql {
  readonly byIds: Statement<MasterRow>
  readonly lockByIds: Statement<{ readonly id: string }>
  /** By the field that narrows the list; `''` for all. */
  readonly list: Readonly<Record<string, Statement<MasterRow>>>
  readonly insert: Statement<{ readonly id: string }>
  readonly update: Statement<{ readonly id: string; readonly version: number }>
  /** For the tables beside it: each is filled from the same rows. */
  readonly beside: readonly Statement<unknown>[]
  /** The tables beside it first. */
  readonly remove: readonly Statement<{ readonly id: string }>[]
}

/** The statements of a kind, made once. */
export function sqlOf(definition: MasterDefinition): MasterSql {
  const made = known.get(definition.kind) ?? makeSql(definition)
  known.set(definition.kind, made)
  return made
}

/** The column of an id: `officeId` is `office_id`. */
export function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The column of a field: `office`, which holds an id, is `office_id`; the `customers` of a tenancy are each a `customer_id`. */
export function fieldColumn(name: string, { type }: MasterField): string {
  if (type === 'id') return `${columnOf(name)}_id`
  return type === 'ids' ? `${columnOf(name).replace(/s$/, '')}_id` : columnOf(name)
}

const known = new Map<string, MasterSql>()

function makeSql(definition: MasterDefinition): MasterSql {
  const { kind, table } = definition
  const id = columnOf(definition.id)
  const parts = partsOf(definition)
  const select = selectOf(definition, parts)
  const named = (verb: string) => `masters-${kind}-${verb}`
  return {
    byIds: statement(named('by-ids'), `${select} where t.landlord = $1 and t.${id} = any ($2::text[])`),
    lockByIds: statement(
      named('lock'),
      `select ${id} as id from ${table} where landlord = $1 and ${id} = any ($2::text[]) order by ${id} for update`,
    ),
    list: Object.fromEntries(
      ['', ...(definition.listedBy ?? [])].map((by) => [
        by,
        statement(
          named(by === '' ? 'list' : `list-by-${columnOf(by)}`),
          `${select} where t.landlord = $1 and t.${id} > $2 ${narrowedBy(definition, by)} order by t.${id} limit $4`,
        ),
      ]),
    ),
    insert: statement(named('insert'), insertOf(definition, parts)),
    update: statement(named('update'), updateOf(definition, parts)),
    beside: [...parts.tables].flatMap(([beside, fields]) => besideOf(definition, beside, fields)),
    remove: [...parts.tables.keys(), table].map((each) =>
      statement(
        named(`remove-from-${each}`),
        `delete from ${each} where landlord = $1 and ${id} = any ($2::text[]) returning ${id} as id`,
      ),
    ),
  }
}

type Named = readonly [name: string, field: MasterField]

/** The fields of the master's own table, and those of each table beside it. */
interface Parts {
  readonly own: readonly Named[]
  readonly tables: ReadonlyMap<string, readonly Named[]>
}

function partsOf({ fields }: MasterDefinition): Parts {
  const all: readonly Named[] = Object.entries(fields)
  const tables = Map.groupBy(
    all.filter(([, field]) => field.in !== undefined),
    ([, field]) => String(field.in),
  )
  return { own: all.filter(([, field]) => field.in === undefined), tables }
}

function selectOf({ table, id, fields, erasable }: MasterDefinition, { tables }: Parts): string {
  const key = columnOf(id)
  const beside = [...tables].filter(([, named]) => !named.some(([, { type }]) => type === 'ids'))
  const aliases = new Map(beside.map(([name], index) => [name, `b${index}`]))
  const values = Object.entries(fields).map(([name, field]) => {
    if (field.type === 'ids')
      return `'${name}', array(select l.${fieldColumn(name, field)} from ${field.in} l
                where l.landlord = t.landlord and l.${key} = t.${key} order by l.place)`
    return `'${name}', ${aliases.get(field.in ?? '') ?? 't'}.${fieldColumn(name, field)}`
  })
  const joins = [...aliases].map(
    ([name, alias]) =>
      `left join ${name} ${alias} on ${alias}.landlord = t.landlord and ${alias}.${key} = t.${key}`,
  )
  return `select t.${key} as id, t.version, t.changed_at as "changedAt", t.changed_by as "changedBy",
    ${erasable ? 't.erased_at' : 'null::timestamptz'} as "erasedAt", json_build_object(${values.join(', ')}) as values
    from ${table} t ${joins.join(' ')}`
}

function narrowedBy({ fields, id }: MasterDefinition, by: string): string {
  if (by === '') return 'and $3::text is null'
  const field = fields[by]
  if (field === undefined) throw new Error(`there is no field ${by} to list by`)
  if (field.type !== 'ids') return `and t.${fieldColumn(by, field)} = $3`
  const key = columnOf(id)
  return `and t.${key} in (select ${key} from ${field.in} where landlord = $1 and ${fieldColumn(by, field)} = $3)`
}

/** The rows to write, as they are sent: `$2`, with the columns that a statement needs of them. */
function rowsWith(fields: readonly Named[], more: readonly string[] = []): string {
  const columns = fields.map(([name, { type }]) => `"${name}" ${columnTypes[type] ?? 'text'}`)
  return `json_to_recordset($2::json) as r(${['id text', ...more, ...columns].join(', ')})`
}

function insertOf({ table, id }: MasterDefinition, { own }: Parts): string {
  const columns = [
    'landlord',
    columnOf(id),
    ...own.map(([name, field]) => fieldColumn(name, field)),
    'changed_at',
    'changed_by',
  ]
  const values = ['$1', 'r.id', ...own.map(([name]) => `r."${name}"`), '$3::timestamptz', '$4']
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${rowsWith(own)}
    on conflict do nothing returning ${columnOf(id)} as id`
}

function updateOf({ table, id }: MasterDefinition, { own }: Parts): string {
  const sets = own.map(([name, field]) => `${fieldColumn(name, field)} = r."${name}"`)
  const change = [...sets, 'version = t.version + 1', 'changed_at = $3::timestamptz', 'changed_by = $4']
  const key = columnOf(id)
  return `update ${table} t set ${change.join(', ')} from ${rowsWith(own, ['expected integer'])}
    where t.landlord = $1 and t.${key} = r.id and t.version = r.expected returning t.${key} as id, t.version`
}

function besideOf(
  definition: MasterDefinition,
  beside: string,
  fields: readonly Named[],
): readonly Statement<unknown>[] {
  const { kind, id } = definition
  const key = columnOf(id)
  const [link] = fields
  if (link?.[1].type === 'ids') {
    const [name, field] = link
    return [
      statement(
        `masters-${kind}-unlink`,
        `delete from ${beside} where landlord = $1 and ${key} in (select r.id from ${rowsWith([])})`,
      ),
      statement(
        `masters-${kind}-link`,
        `insert into ${beside} (landlord, ${key}, ${fieldColumn(name, field)}, place)
         select $1, r.id, e.value, e.place from ${rowsWith([link])}, unnest(r."${name}") with ordinality e(value, place)`,
      ),
    ]
  }
  const columns = fields.map(([name, field]) => fieldColumn(name, field))
  return [
    statement(
      `masters-${kind}-put-${beside}`,
      `insert into ${beside} (landlord, ${key}, ${columns.join(', ')})
       select $1, r.id, ${fields.map(([name]) => `r."${name}"`).join(', ')} from ${rowsWith(fields)}
       on conflict (landlord, ${key}) do update set ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}`,
    ),
  ]
}

const columnTypes: Partial<Record<MasterType, string>> = {
  date: 'date',
  'yes or no': 'boolean',
  'whole number': 'integer',
  'some of': 'text[]',
  ids: 'text[]',
}
