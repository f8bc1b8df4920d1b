import { isForKeys, type Permission, permissions } from '#core/people/permission.ts'
import { longDay } from '#core/time/day.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Choices, Field, Form } from '#http/layout/form.tsx'
import type { KeyShown } from '#store/people/keys.ts'

/** What was typed for a new key, and what is wrong with it. */
export interface KeyTyped {
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly endsOn: string
  readonly faults: readonly Fault[]
}

interface KeysProps {
  readonly keys: readonly KeyShown[]
  readonly typed: KeyTyped
  readonly token: string
}

/** The keys there are, and a form for another. */
export function Keys({ keys, typed, token }: KeysProps): Raw {
  const choices = Object.entries(permissions)
    .filter(([value]) => isForKeys(value))
    .map(([value, says]) => ({ value, label: says }))
  return (
    <>
      <h1>API keys</h1>
      <p>
        A program of yours that asks Kept for something, or tells it something, does so with a key of its own.
      </p>
      {keys.length === 0 ? <p>There is none so far.</p> : <KeyList keys={keys} token={token} />}
      <h2>Make a key</h2>
      <Form action={local`/keys`} token={token}>
        <Field
          name="name"
          label="What it is for"
          hint="Such as “Telephone system”"
          value={typed.name}
          faults={typed.faults}
        />
        <Choices
          name="scopes"
          legend="What it may do"
          hint="No more than it needs. Whoever has a key that may give roles and make keys can give themselves everything."
          kind="several"
          choices={choices}
          chosen={typed.scopes}
          faults={typed.faults}
        />
        <Field
          name="endsOn"
          label="Last day it works"
          hint="Leave it empty if it is to work until you end it."
          type="date"
          value={typed.endsOn}
          faults={typed.faults}
        />
        <Button>Make the key</Button>
      </Form>
    </>
  )
}

function KeyList({ keys, token }: Pick<KeysProps, 'keys' | 'token'>): Raw {
  return (
    <ul class="rows">
      {keys.map((key) => (
        <li>
          <div>
            <p>
              <strong>{key.name}</strong>
            </p>
            <p class="small">{`May ${key.scopes.map((scope) => permissions[scope]).join('; ')}`}</p>
            <p class="small">{usedWords(key)}</p>
          </div>
          <Form action={local`/keys/${key.keyId}/end`} token={token}>
            <Button look="second" about={key.name}>
              End key
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function usedWords({ lastUsedOn, endsOn }: KeyShown): string {
  const used = lastUsedOn === null ? 'Never used' : `Last used on ${longDay(lastUsedOn)}`
  return endsOn === null ? used : `${used}; works until ${longDay(endsOn)}`
}

/** The key itself, this once. */
export function KeyMade({ name, apiKey }: { readonly name: string; readonly apiKey: string }): Raw {
  return (
    <>
      <h1>Copy this API key now</h1>
      <p>{`This is the key for “${name}”. It is not shown again: what we keep cannot be turned back into it.`}</p>
      <p>
        <code class="secret" id="api-key">
          {apiKey}
        </code>
      </p>
      <p>
        A program sends it with each request as <code>Authorization: Bearer …</code>
      </p>
      {govuk.button({ text: 'I have copied it', href: local`/keys` })}
    </>
  )
}
