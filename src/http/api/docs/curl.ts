import { apiPrefix } from '../api-prefix.ts'
import { paramsOf } from '../asking.ts'
import { takenBy } from '../body.ts'
import { exampleOf } from '../example.ts'
import { isOpen } from '../guard.ts'
import type { Route } from '../route.ts'

/** How to ask a route from a command line. */
export function curlOf(route: Route): string {
  const { method, permission, ifMatch, idempotent } = route
  const [type] = takenBy(route)
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$KEPT${apiPrefix}${pathWithExamples(route)}"`,
    ...(isOpen(permission) ? [] : ['-H "Authorization: Bearer $KEPT_KEY"']),
    ...(ifMatch === undefined ? [] : [`-H 'If-Match: "7"'`]),
    ...(idempotent ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(type === undefined ? [] : [`-H 'Content-Type: ${type}'`, dataOf(route, type)]),
  ].join(' \\\n  ')
}

function dataOf({ body, example }: Route, type: string): string {
  if (body === undefined || !type.includes('json')) return '--data-binary @file'
  const text = JSON.stringify(example ?? exampleOf(body))
  return `-d '${text.replaceAll("'", "'\\''")}'`
}

function pathWithExamples(route: Route): string {
  const { properties } = paramsOf(route)
  return route.path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const schema = properties[name]
    return schema === undefined ? whole : encodeURIComponent(String(exampleOf(schema)))
  })
}
