import type { Instant } from '#core/time/instant.ts'
import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { type CaseworkRow, listCasework } from '#store/casework/list-casework.ts'
import { CaseworkList } from './casework-list.tsx'
import {
  aboutCase,
  type CaseworkLine,
  type CaseworkNames,
  namesFor,
  nextClock,
  tellWarning,
} from './lines.ts'
import { pageFrom, perPage } from './paging.ts'

/** A kind whose cases are listed with what matters in them. */
export interface KindListed {
  readonly kind: string
  /** The address of the list. */
  readonly path: `/${string}`
  readonly heading: string
  /** What is said above the list. */
  readonly says: string
  readonly pageOf?: (caseId: string) => Url
  readonly facts: (row: CaseworkRow, names: CaseworkNames, now: Instant) => readonly string[]
  readonly warning?: (row: CaseworkRow, now: Instant) => string | undefined
  /** More above the list, from all that it shows. */
  readonly above?: (rows: readonly CaseworkRow[], now: Instant) => Child
}

/** The page that lists a kind, those that are open or those that are done. */
export function kindListPage(listed: KindListed): PageRoute {
  return pageRoute({
    method: 'GET',
    path: listed.path,
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, query }) => {
      const which = textIn(query, 'which') === 'closed' ? 'closed' : 'open'
      const from = pageFrom(query)
      const asked = { kind: listed.kind, which, from, limit: perPage + 1 } as const
      const found = await listCasework(store, acting, asked)
      if (isRefused(found)) return found
      const rows = found.slice(0, perPage)
      const cases = rows.map((row) => row.case)
      const names = await namesFor(store, acting, cases, listed.heading)
      const next = found.length > perPage ? addressOf(listed, which, from + perPage) : undefined
      const shown = { listed, rows, names, which, next, now: store.now() } as const
      return { title: listed.heading, content: <KindList {...shown} /> }
    },
  })
}

interface Shown {
  readonly listed: KindListed
  readonly rows: readonly CaseworkRow[]
  readonly names: CaseworkNames
  readonly which: 'open' | 'closed'
  readonly next: Url | undefined
  readonly now: Instant
}

function KindList({ listed, rows, names, which, next, now }: Shown): Raw {
  const other = which === 'open' ? 'closed' : 'open'
  return (
    <>
      <h1 class="govuk-heading-l">{listed.heading}</h1>
      <p class="govuk-body">{listed.says}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={addressOf(listed, other, 0)}>
          {other === 'closed' ? 'Those that are done' : 'Those that are open'}
        </a>
      </p>
      {listed.above?.(rows, now)}
      <h2 class="govuk-heading-m">{which === 'open' ? 'Open' : 'Done'}</h2>
      <CaseworkList
        lines={rows.map((row) => lineOf(listed, row, names, now))}
        now={now}
        none="There are none."
        next={next}
      />
    </>
  )
}

function lineOf(listed: KindListed, row: CaseworkRow, names: CaseworkNames, now: Instant): CaseworkLine {
  const { case_id: id } = row.case
  return {
    href: listed.pageOf?.(id) ?? local`/cases/${id}`,
    title: id,
    about: aboutCase(row, names),
    facts: listed.facts(row, names, now),
    clock: nextClock(row, names),
    warning: listed.warning?.(row, now) ?? tellWarning(row, now),
  }
}

/** The paths are ours, so that nothing typed comes into the address. */
function addressOf({ path }: KindListed, which: string, from: number): Url {
  return `${path}?which=${which}${from === 0 ? '' : `&from=${from}`}` as Url
}
