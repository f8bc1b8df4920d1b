import { inPlainWords } from '#core/promises/plain-words.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { pageAddress } from '#http/public/site-links.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type PageHistory, readPageHistory } from '#store/public/page-versions.ts'
import { listShowings, type Showing, showPage, takePageDown } from '#store/public/showings.ts'
import { dayText, momentText } from '../times.ts'

type Asked = PageAsked<Visitor>

/** One page: what is on show, its versions, and when which of them stood there. */
export async function onePage(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const page = params['page'] ?? ''
  const history = await readPageHistory(store, visitor.acting, { page })
  if (isRefused(history)) return history
  const showings = await listShowings(store, visitor.acting, { page })
  if (isRefused(showings)) return showings
  const staff = await staffOf(store, visitor.acting)
  const names = new Map(staff.map(({ staffId, name }) => [`staff:${staffId}`, name]))
  const nameOf = (by: string) => names.get(by) ?? 'Kept'
  return {
    title: history.page.title,
    back: { text: 'Public pages', href: local`/public-pages` },
    notice: notices[textIn(query, 'done')],
    content: (
      <>
        <h1 class="govuk-heading-l">{history.page.title}</h1>
        <p class="govuk-body">{history.page.says}</p>
        <Standing history={history} token={formToken} slug={visitor.landlord.slug} />
        <Versions history={history} token={formToken} nameOf={nameOf} />
        <Showings showings={showings} nameOf={nameOf} />
      </>
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  saved: 'It is saved. Look at it, then put it on show.',
  shown: 'It is on show, and on record as shown on the website.',
  down: 'It was taken down, and that is on record.',
}

/** Puts a version on show. */
export async function putOnShow({ store, visitor, params, fields }: Asked): Promise<PageAnswer | Refused> {
  const page = params['page'] ?? ''
  const version = Number(textIn(fields, 'version'))
  const asked = Number.isSafeInteger(version) && version > 0 ? { page, version } : { page }
  const shown = await showPage(store, visitor.acting, asked)
  return isRefused(shown) ? shown : { goTo: local`/public-pages/${page}?done=shown` }
}

/** Takes a page down. */
export async function takeDown({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const page = params['page'] ?? ''
  const down = await takePageDown(store, visitor.acting, { page })
  return isRefused(down) ? down : { goTo: local`/public-pages/${page}?done=down` }
}

function Standing({
  history: { page, site, versions },
  token,
  slug,
}: {
  readonly history: PageHistory
  readonly token: string
  readonly slug: string
}): Raw {
  const shown = site.shown.get(page.name)
  const latest = versions[0]
  return (
    <>
      {shown === undefined ? (
        <p class="govuk-body">
          <strong class="govuk-tag govuk-tag--grey">Not on show</strong> Nobody can read it yet.
        </p>
      ) : (
        <p class="govuk-body">
          <strong class="govuk-tag govuk-tag--green">On show</strong>
          {` Version ${shown.version}, dated ${dayText(shown.datedOn)}, since ${momentText(shown.shownAt)}. `}
          <a class="govuk-link" href={pageAddress(slug, page.name)}>
            See it as customers do
          </a>
        </p>
      )}
      <p class="govuk-body">{`Putting it on show records that this is shown on the website: ${page.whats.map(inPlainWords).join(', ')}.`}</p>
      <div class="kept-public-buttons">
        {latest !== undefined && latest.version !== shown?.version && (
          <ShowForm page={page.name} version={latest.version} token={token} isMain />
        )}
        <a
          class={`govuk-button ${latest === undefined ? '' : 'govuk-button--secondary'}`}
          role="button"
          href={local`/public-pages/${page.name}/change`}
        >
          {latest === undefined ? 'Write it' : 'Change it'}
        </a>
        {shown !== undefined && latest !== undefined && latest.version === shown.version && (
          <ShowForm page={page.name} version={latest.version} token={token} isAgain />
        )}
        {shown !== undefined && (
          <Form action={local`/public-pages/${page.name}/down`} token={token}>
            <Button look="warning">Take it down</Button>
          </Form>
        )}
      </div>
    </>
  )
}

/** What is shown grows old; showing the same again says that it still holds. */
function ShowForm({
  page,
  version,
  token,
  isMain = false,
  isAgain = false,
}: {
  readonly page: string
  readonly version: number
  readonly token: string
  readonly isMain?: boolean
  readonly isAgain?: boolean
}): Raw {
  return (
    <Form action={local`/public-pages/${page}/show`} token={token}>
      <input type="hidden" name="version" value={String(version)} />
      {isMain ? (
        <Button>{`Put version ${version} on show`}</Button>
      ) : (
        <Button look={isAgain ? 'second' : 'plain'} about={`version ${version}`}>
          {isAgain ? 'Say that it still holds' : 'Put on show'}
        </Button>
      )}
    </Form>
  )
}

function Versions({
  history: { page, site, versions },
  token,
  nameOf,
}: {
  readonly history: PageHistory
  readonly token: string
  readonly nameOf: (by: string) => string
}): Raw {
  if (versions.length === 0) return <></>
  const shown = site.shown.get(page.name)?.version
  return (
    <Scrolled label="Versions">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Versions</caption>
        <TableHead columns={['Version', 'Dated', 'Written', 'On show']} />
        <tbody class="govuk-table__body">
          {versions.map(({ version, datedOn, writtenAt, writtenBy }) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={local`/public-pages/${page.name}/versions/${String(version)}`}>
                  {`Version ${version}`}
                </a>
              </th>
              <td class="govuk-table__cell">{dayText(datedOn)}</td>
              <td class="govuk-table__cell">{`${momentText(writtenAt)}, by ${nameOf(writtenBy)}`}</td>
              <td class="govuk-table__cell">
                {version === shown ? 'Now' : <ShowForm page={page.name} version={version} token={token} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function Showings({
  showings,
  nameOf,
}: {
  readonly showings: readonly Showing[]
  readonly nameOf: (by: string) => string
}): Raw {
  if (showings.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">When it was on show</h2>
      <ul class="govuk-list govuk-list--bullet">
        {showings.map(({ version, at, shownBy }) => (
          <li>
            {`${momentText(at)}: ${version === null ? 'taken down' : `version ${version} put on show`} by ${nameOf(shownBy)}`}
          </li>
        ))}
      </ul>
    </>
  )
}
