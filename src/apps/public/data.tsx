import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import {
  type Cache,
  type PublicAnswer,
  type PublicAsked,
  type PublicRoute,
  publicRoute,
} from '#http/public/public-route.ts'
import { Linked } from '#http/public/views/linked.tsx'
import type { Site } from '#store/public/site.ts'
import { type DataRow, type DataTable, dataTables, hoursFreshUntil } from './data-files.ts'
import { siteOf } from './needed.ts'

/** Open data: what there is, at which addresses, and each table as JSON and as CSV with its metadata. */
export const dataRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'GET', path: '/data', cache: 'an hour', handle: aboutData }),
  ...dataTables.flatMap(routesOf),
]

function routesOf(table: DataTable): readonly PublicRoute[] {
  const cache: Cache = table.name === 'hours' ? 'a minute' : 'an hour'
  const made = (extension: string, type: string, write: Write) =>
    publicRoute({
      method: 'GET',
      path: `/data/${table.name}.${extension}`,
      cache,
      handle: (asked) => fileOf(asked, table, { extension, type, write }),
    })
  return [
    made('json', 'application/json; charset=utf-8', jsonOf),
    made('csv', 'text/csv; charset=utf-8', csvOf),
    made('csv-metadata.json', 'application/csvm+json; charset=utf-8', metadataOf),
  ]
}

type Write = (table: DataTable, rows: readonly DataRow[], about: About) => string

interface About {
  readonly landlord: string
  readonly licence: string
}

async function fileOf(
  asked: PublicAsked,
  table: DataTable,
  { extension, type, write }: { readonly extension: string; readonly type: string; readonly write: Write },
): Promise<PublicAnswer | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const rows = await table.rows(asked, site)
  if (isRefused(rows)) return rows
  const { slug, name } = asked.landlord
  const text = write(table, rows, { landlord: name, licence: licenceOf(site) })
  const describes = local`/public/${slug}/data/${`${table.name}.csv-metadata.json`}`
  return {
    file: { name: `${slug}-${table.name}.${extension}`, type, bytes: new TextEncoder().encode(text) },
    open: true,
    ...(table.name === 'hours' && { freshUntil: hoursFreshUntil(site, asked.store.now()) }),
    ...(extension === 'csv' && {
      links: [{ href: describes, rel: 'describedby', type: 'application/csvm+json' }],
    }),
  }
}

function jsonOf({ name }: DataTable, rows: readonly DataRow[], { landlord, licence }: About): string {
  return `${JSON.stringify({ landlord, ...(licence !== '' && { licence }), [name]: rows }, undefined, 1)}\n`
}

function csvOf({ columns }: DataTable, rows: readonly DataRow[]): string {
  const lines = rows.map((row) => columns.map(({ name }) => cellOf(row[name] ?? null)))
  return [columns.map(({ name }) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** A spreadsheet would take words that begin as a formula does for one, unless something stands before them. */
function cellOf(value: DataRow[string]): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

function metadataOf(
  { name, title, says, columns }: DataTable,
  _rows: readonly DataRow[],
  about: About,
): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${name}.csv`,
    'dc:title': title,
    'dc:description': says,
    'dc:publisher': about.landlord,
    ...(about.licence !== '' && { 'dc:license': about.licence }),
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.says,
        datatype: column.datatype,
      })),
    },
  }
  return `${JSON.stringify(metadata, undefined, 1)}\n`
}

function licenceOf({ shown }: Site): string {
  return shown.get('data')?.texts['licence'] ?? ''
}

async function aboutData(asked: PublicAsked): Promise<PublicAnswer | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const { slug } = asked.landlord
  const licence = licenceOf(site)
  return {
    title: 'Open data',
    content: (
      <>
        <h1>Open data</h1>
        <p>
          What these pages show, for programs. The addresses stay as they are, nobody need sign in, and any
          page may read them. Ask with the ETag of what you have, and you are told whether anything changed.
        </p>
        {licence === '' ? (
          <p>The landlord has not said yet under which licence it may be used.</p>
        ) : (
          <p>
            {'Licence: '}
            <Linked text={licence} />
          </p>
        )}
        {dataTables.map((table) => (
          <TableAbout slug={slug} table={table} />
        ))}
        <h2>Reports</h2>
        <p>
          {'Every report has its figures as CSV, CSVW, JSON and a spreadsheet, named at its foot: '}
          <a href={local`/public/${slug}/reports`}>all reports</a>
          {'. They are signed with '}
          <a href={local`/public/${slug}/keys`}>our key</a>.
        </p>
        <h2>What is new</h2>
        <p>
          {'Reports, editions and improvements as they come out, as a feed: '}
          <a href={local`/public/${slug}/news.rss`}>RSS</a>.
        </p>
      </>
    ),
  }
}

function TableAbout({ slug, table }: { readonly slug: string; readonly table: DataTable }): Raw {
  const { name, title, says, columns } = table
  return (
    <section aria-labelledby={`data-${name}`}>
      <h2 id={`data-${name}`}>{title}</h2>
      <p>{says}</p>
      <ul>
        {(['json', 'csv', 'csv-metadata.json'] as const).map((extension) => (
          <li>
            <a href={local`/public/${slug}/data/${`${name}.${extension}`}`}>
              <code>{`/public/${slug}/data/${name}.${extension}`}</code>
            </a>
          </li>
        ))}
      </ul>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{`What is in it: ${title.toLowerCase()}`}</span>
        </summary>
        <div class="govuk-details__text">
          <dl>
            {columns.map((column) => (
              <div>
                <dt>
                  <code>{column.name}</code>
                </dt>
                <dd>{column.says}</dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
    </section>
  )
}
