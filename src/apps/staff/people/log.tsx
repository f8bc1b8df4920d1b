import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { PeopleLogEntry } from '#store/people/people-log.ts'
import { momentText } from '../times.ts'

/** What was changed about people and keys, newest first. */
export function LogLines({ entries }: { readonly entries: readonly PeopleLogEntry[] }): Raw {
  const last = entries.at(-1)
  return (
    <>
      <h1>What was changed</h1>
      <p>Every change to who may sign in and what they may do. Nobody can change or shorten this list.</p>
      <div class="scroll" role="region" aria-label="Changes" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">By</th>
              <th scope="col">What</th>
              <th scope="col">Whom or which key</th>
              <th scope="col">More</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ at, actor, did, staffId, keyId, detail }) => (
              <tr>
                <td>{momentText(at)}</td>
                <td>{actor}</td>
                <td>{did}</td>
                <td>{staffId === null ? keyId : <a href={local`/people/${staffId}`}>{staffId}</a>}</td>
                <td>{detailWords(detail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.length === 100 && last !== undefined && (
        <p>
          <a href={local`/people/log?before=${String(last.entry)}`}>Earlier changes</a>
        </p>
      )}
    </>
  )
}

function detailWords(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
    .join('; ')
}
