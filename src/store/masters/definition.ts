import type { Permission } from '#core/people/permission.ts'
import type { Refused } from '#core/refused.ts'

/**
 * A master: what is known beside cases, such as a home or a team. Everything about one kind is said once, here: its
 * columns, the headings of its import and the schema of its API all follow from its fields.
 */
export interface MasterDefinition {
  /** In the plural, as addresses and imports name it: `customers`. */
  readonly kind: string
  /** One of them, in plain words: `customer`. */
  readonly one: string
  /** One plain sentence for the documentation. */
  readonly says: string
  readonly table: string
  /** The field that is its id. */
  readonly id: string
  readonly read: Permission
  readonly write: Permission
  readonly fields: Readonly<Record<string, MasterField>>
  /** Fields that hold an id, by which a list can be narrowed: the tenancies of a home. */
  readonly listedBy?: readonly string[]
  /** Whose words it shows, so that reading it is written down: its own id, or a field that holds the customer's. */
  readonly shows?: string
  /** It may be taken away again; the others only end. */
  readonly removable?: true
  /** An erasure leaves its row, of which nothing may be filled in again. */
  readonly erasable?: true
  /** What one field alone does not show. */
  readonly fault?: (values: MasterValues) => Refused | undefined
  /** By what it is found in a search. */
  readonly found?: (values: MasterValues) => Found
}

export interface MasterField {
  readonly says: string
  readonly type: MasterType
  readonly required?: true
  /** How it is set once and for all, when it is added. */
  readonly fixed?: true
  /** The words it may be. */
  readonly oneOf?: readonly string[]
  /** What kind of master its id, or ids, name. */
  readonly of?: string
  /** The most letters, or the largest number. */
  readonly most?: number
  /** The table beside the master's own that holds it, with a row for each of its rows; or for each of its ids. */
  readonly in?: string
  /** A date that is not before the date of another field. */
  readonly notBefore?: string
  /** What it is where nothing is said. */
  readonly otherwise?: boolean
  /** How other systems head its column. */
  readonly alsoHeaded?: readonly string[]
}

export type MasterType =
  | 'text'
  /** Text on several lines. */
  | 'lines'
  /** One of `oneOf`. */
  | 'one of'
  /** Several of `oneOf`. */
  | 'some of'
  | 'code'
  | 'date'
  | 'yes or no'
  | 'whole number'
  | 'digits'
  | 'telephone'
  | 'e-mail'
  | 'postcode'
  | 'id'
  | 'ids'

export type MasterValue = string | number | boolean | readonly string[] | null
/** By field: null, or an empty list, where there is none. Dates are written `2026-03-20`. */
export type MasterValues = Readonly<Record<string, MasterValue>>

/** A master as it is kept. */
export interface MasterRow<Values = MasterValues> {
  readonly id: string
  /** What whoever changes it must have seen. */
  readonly version: number
  readonly values: Values
  readonly changedAt: number
  readonly changedBy: string
  /** When it was erased, where it was. */
  readonly erasedAt: number | null
}

/** What a search finds a master by, and shows of it. */
export interface Found {
  readonly kind: 'customer' | 'home'
  readonly names: readonly (MasterValue | undefined)[]
  readonly telephones?: readonly (MasterValue | undefined)[]
  readonly keys?: readonly (MasterValue | undefined)[]
  readonly shown: Readonly<Record<string, MasterValue | undefined>>
}

/** The values of a kind of master, by its definition. */
export type ValuesOf<Definition extends MasterDefinition> = {
  readonly [Name in keyof Definition['fields']]: ValueOf<Definition['fields'][Name]>
}

type ValueOf<Field extends MasterField> = Field['type'] extends 'some of' | 'ids'
  ? readonly string[]
  : Field extends { readonly required: true }
    ? OneOf<Field>
    : Field extends { readonly otherwise: boolean }
      ? boolean
      : OneOf<Field> | null

type OneOf<Field extends MasterField> = Field['type'] extends 'yes or no'
  ? boolean
  : Field['type'] extends 'whole number'
    ? number
    : string

/** Defines a kind of master. */
export function master<const Definition extends MasterDefinition>(definition: Definition): Definition {
  return definition
}
