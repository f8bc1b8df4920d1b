import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { Inline } from './inline.tsx'

/** What holds for every route. */
export function HowToAsk(): Raw {
  return (
    <Fragment>
      <h2 id="how-to-ask">How to ask</h2>
      <dl>
        {rules.map(([name, says]) => (
          <div>
            <dt>
              <strong>{name}</strong>
            </dt>
            <dd>
              <Inline text={says} />
            </dd>
          </div>
        ))}
      </dl>
    </Fragment>
  )
}

const rules: readonly (readonly [name: string, says: string])[] = [
  [
    'Who asks',
    'Send an API key as `Authorization: Bearer …`. A key belongs to one landlord and may do what it was given. The examples take the server’s address from `$KEPT` and the key from `$KEPT_KEY`.',
  ],
  [
    'Pages',
    'Lists come in pages. Pass the `next` of a page as `after` to get the one behind it; it is null on the last. A page may come back empty at the very end.',
  ],
  [
    'Changing what others change too',
    'A case is answered with an `ETag`. Send it as `If-Match`, and the act is recorded only where nobody recorded anything since; otherwise the answer is 412.',
  ],
  [
    'Asking again',
    'Where a connection breaks, nobody knows whether the work was done. Send an `Idempotency-Key`, new for each new request: the same request with the same key is done once and answered as before. The same key with another request is refused.',
  ],
  [
    'Limits',
    'A body has 1 MB at the most where nothing else is said. Who asks too often is answered 429 with `Retry-After`, in seconds.',
  ],
  [
    'Times',
    'Instants are ISO 8601 with their offset, as `2026-03-02T09:00:12+00:00`; they are answered in UTC. Dates are `2026-03-02`, of the landlord’s time zone.',
  ],
]
