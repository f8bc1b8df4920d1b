import { permissions } from '#core/people/permission.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { problemKinds } from '../../server/problem-kinds.ts'
import { apiPrefix } from '../api-prefix.ts'
import { paramsOf } from '../asking.ts'
import { takenBy } from '../body.ts'
import { isOpen, permissionsOf } from '../guard.ts'
import { problemsOf } from '../problems-of.ts'
import type { Needed, Route } from '../route.ts'
import { curlOf } from './curl.ts'
import { fieldRows } from './field-rows.ts'
import { FieldTable } from './field-table.tsx'
import { Inline } from './inline.tsx'

/** Where a route stands in the page. */
export function idOf({ method, path }: Route): string {
  return `${method}${path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')
}

/** Everything that one route says of itself. */
export function RouteSection({ route }: { readonly route: Route }): Raw {
  const { method, path, summary, description } = route
  return (
    <section id={idOf(route)} class="promise" aria-labelledby={`${idOf(route)}-title`}>
      <h3 id={`${idOf(route)}-title`}>{summary}</h3>
      <p>
        <code>
          <strong>{method}</strong> {`${apiPrefix}${path}`}
        </code>
      </p>
      {description !== undefined && (
        <p>
          <Inline text={description} />
        </p>
      )}
      <p>
        <Inline text={neededText(route.permission)} />
      </p>
      <FieldTable caption={`In the path: ${summary}`} rows={fieldRows(paramsOf(route))} />
      <FieldTable caption={`In the query: ${summary}`} rows={fieldRows(route.query ?? {})} />
      <Body route={route} />
      <Answers route={route} />
      <h4>Example</h4>
      <pre tabindex={0} class="example" role="region" aria-label={`Example: ${summary}`}>
        <code>{curlOf(route)}</code>
      </pre>
    </section>
  )
}

function neededText(needed: Needed): string {
  if (isOpen(needed)) return `Open to anybody: ${needed.open}.`
  if (needed === 'signed in') return 'For whoever is signed in or has a key.'
  const words = permissionsOf(needed).map((each) => `\`${each}\` (${permissions[each]})`)
  return `Needs permission: ${words.join(', or ')}.`
}

function Body({ route }: { readonly route: Route }): Raw {
  const types = takenBy(route)
  if (types.length === 0) return <Fragment />
  return (
    <Fragment>
      <p>
        Takes a body of the type{' '}
        {types.map((type, place) => [place === 0 ? '' : ' or ', <code>{type}</code>])}.
      </p>
      <FieldTable caption={`In the body: ${route.summary}`} rows={fieldRows(route.body ?? {})} />
    </Fragment>
  )
}

function Answers({ route }: { readonly route: Route }): Raw {
  return (
    <Fragment>
      <table>
        <caption>{`Answers: ${route.summary}`}</caption>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(route.answers).map(([status, { says }]) => (
            <tr>
              <th scope="row">{status}</th>
              <td>{says}</td>
            </tr>
          ))}
          {[...problemsOf(route)].map(([status, kinds]) => (
            <tr>
              <th scope="row">{status}</th>
              <td>
                {kinds.map((kind, place) => [
                  place === 0 ? '' : '; ',
                  <a href={anchor(`problem-${kind}`)}>{problemKinds[kind].title}</a>,
                ])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.entries(route.answers).map(([status, { body, lines }]) => (
        <FieldTable
          caption={`In the answer ${status}: ${route.summary}`}
          rows={fieldRows(body ?? lines ?? {})}
        />
      ))}
    </Fragment>
  )
}
