import { Type } from 'typebox'
import type { FieldDefinition } from '#core/kind.ts'
import type { KnownEvent } from '#core/ledger/vocabulary.ts'
import { type Route, route } from '#http/api/route.ts'
import { object, orNull } from '#http/api/schema.ts'
import type { Store } from '#store/store.ts'

const field = object({
  field: Type.String({ description: 'its name' }),
  says: Type.String({ description: 'what it means' }),
  type: Type.String({ description: 'what sort of value it takes' }),
  oneOf: orNull(Type.Array(Type.String(), { description: 'the words it may be' })),
  label: orNull(Type.String({ description: 'how a form asks for it; null where no form does' })),
  of: orNull(Type.String({ description: 'what its id names: staff, team, contractor, case …' })),
  suggests: orNull(
    Type.Array(Type.String(), { description: 'codes that a form offers; others may be given' }),
  ),
  required: orNull(
    Type.String({
      description: '`to record`: the act is refused without it; `by a promise`: a rule counts those without',
    }),
  ),
})

const event = object({
  type: Type.String({ description: 'the type of the act' }),
  says: Type.String({ description: 'what it means' }),
  act: orNull(
    Type.String({ description: 'what the button says that does it; null where staff have no form' }),
  ),
  opens: Type.Boolean({ description: 'true where a case of its kind may begin with it' }),
  closes: Type.Boolean({ description: 'true where nothing more is to be done in the case afterwards' }),
  once: Type.Boolean({ description: 'true where it happens once in a case' }),
  follows: Type.Array(Type.String(), {
    description: 'staff may do it only after one of these; empty where it may come at any time',
  }),
  notAfter: Type.Array(Type.String(), {
    description: 'staff may not do it once the latest of these is later than the latest of what it follows',
  }),
  asksFor: orNull(
    object({
      kind: Type.String({ description: '`note` or `message`' }),
      label: Type.String({ description: 'how the form asks for it' }),
      required: Type.Boolean({ description: 'true where the act means nothing without it' }),
    }),
  ),
  fields: Type.Array(field),
})

const kind = object({
  kind: Type.String(),
  says: Type.String({ description: 'what it is' }),
  isCase: Type.Boolean({
    description: 'false for what is recorded beside cases: observations, returns, evidence',
  }),
  events: Type.Array(event, { description: 'what can happen in it' }),
  with: Type.Array(Type.String(), { description: 'acts of other kinds that its cases take as well' }),
})

/** Lists every kind of case, and what can happen in each. */
const kindsRoute = route({
  method: 'GET',
  path: '/kinds',
  permission: 'signed in',
  summary: 'List kinds of case, with their events and fields',
  description:
    'What a case may be, which acts each takes and in which order, and which facts an act carries, with the words a form asks for them. `anyCase` are acts that every case takes.',
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
      with: [...(each.with ?? [])],
    })),
    anyCase: events.filter((one) => !vocabulary.kinds.has(one.kind)).map(shownEvent),
  }
}

function shownEvent({ type, definition, fields }: KnownEvent) {
  const { says, act, opens, closes, once, follows, notAfter, asksFor } = definition
  return {
    type,
    says,
    act: act ?? null,
    opens: opens === true,
    closes: closes === true,
    once: once === true,
    follows: [...(follows ?? [])],
    notAfter: [...(notAfter ?? [])],
    asksFor:
      asksFor === undefined
        ? null
        : { kind: asksFor.kind, label: asksFor.label, required: asksFor.required === true },
    fields: [...fields].map(([name, each]) => shownField(name, each)),
  }
}

function shownField(name: string, { says, type, oneOf, label, of, suggests, required }: FieldDefinition) {
  return {
    field: name,
    says,
    type,
    oneOf: listOrNull(oneOf),
    label: label ?? null,
    of: of ?? null,
    suggests: listOrNull(suggests),
    required: required ?? null,
  }
}

function listOrNull(words: readonly string[] | undefined): string[] | null {
  return words === undefined ? null : [...words]
}
