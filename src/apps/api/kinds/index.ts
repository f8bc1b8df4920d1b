import { Type } from 'typebox'
import type { KnownEvent } from '#core/ledger/vocabulary.ts'
import { type Route, route } from '#http/api/route.ts'
import { object, orNull } from '#http/api/schema.ts'
import type { Store } from '#store/store.ts'

const field = object({
  field: Type.String({ description: 'its name' }),
  says: Type.String({ description: 'what it means' }),
  type: Type.String({ description: 'what sort of value it takes' }),
  oneOf: orNull(Type.Array(Type.String(), { description: 'the words it may be' })),
  required: orNull(
    Type.String({
      description: '`to record`: the act is refused without it; `by a promise`: a rule counts those without',
    }),
  ),
})

const event = object({
  type: Type.String({ description: 'the type of the act' }),
  says: Type.String({ description: 'what it means' }),
  fields: Type.Array(field),
})

const kind = object({
  kind: Type.String(),
  says: Type.String({ description: 'what it is' }),
  isCase: Type.Boolean({
    description: 'false for what is recorded beside cases: observations, returns, evidence',
  }),
  events: Type.Array(event, { description: 'what can happen in it' }),
})

/** Lists every kind of case, and what can happen in each. */
const kindsRoute = route({
  method: 'GET',
  path: '/kinds',
  permission: 'signed in',
  summary: 'List kinds of case, with their events and fields',
  description:
    'What a case may be, which acts each takes, and which facts an act carries. `anyCase` are acts that every case takes.',
  tag: 'Vocabulary',
  answers: {
    200: { says: 'The vocabulary', body: object({ kinds: Type.Array(kind), anyCase: Type.Array(event) }) },
  },
  async handle({ store }) {
    return { status: 200, body: vocabularyOf(store) }
  },
})

/** The words of the ledger. */
export const kindRoutes: readonly Route[] = [kindsRoute]

function vocabularyOf({ vocabulary }: Store) {
  const events = [...vocabulary.events.values()]
  return {
    kinds: [...vocabulary.kinds.values()].map((each) => ({
      kind: each.kind,
      says: each.says,
      isCase: each.notACase !== true,
      events: events.filter((one) => one.kind === each.kind).map(shownEvent),
    })),
    anyCase: events.filter((one) => !vocabulary.kinds.has(one.kind)).map(shownEvent),
  }
}

function shownEvent({ type, definition, fields }: KnownEvent) {
  return {
    type,
    says: definition.says,
    fields: [...fields].map(([name, each]) => ({
      field: name,
      says: each.says,
      type: each.type,
      oneOf: each.oneOf === undefined ? null : [...each.oneOf],
      required: each.required ?? null,
    })),
  }
}
