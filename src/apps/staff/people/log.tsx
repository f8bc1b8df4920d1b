import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { sentence } from '#http/layout/fault.ts'
import type { PeopleLogEntry } from '#store/people/people-log.ts'
import { momentText } from '../times.ts'

/** What was changed about people and keys, newest first. */
export function LogLines({ entries }: { readonly entries: readonly PeopleLogEntry[] }): Raw {
  const last = entries.at(-1)
  return (
    <>
      <h1>What was changed</h1>
      <p>Every change to who may sign in and what they may do. Nobody can change or shorten this list.</p>
      <ul class="rows">
        {entries.map((entry) => (
          <li>
            <div>
              <p>
                <strong>{sentence(entry.did)}</strong> <Whom {...entry} />
              </p>
              <p class="small">{`${momentText(entry.at)}, by ${entry.actorName ?? entry.actor}`}</p>
              <p class="small">{detailWords(entry.detail)}</p>
            </div>
          </li>
        ))}
      </ul>
      {entries.length === 100 && last !== undefined && (
        <p>
          <a href={local`/people/log?before=${String(last.entry)}`}>Earlier changes</a>
        </p>
      )}
    </>
  )
}

function Whom({ staffId, staffName, keyId }: PeopleLogEntry): Raw {
  if (staffId !== null) return <a href={local`/people/${staffId}`}>{staffName ?? staffId}</a>
  return <>{keyId}</>
}

function detailWords(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
    .join('; ')
}
