import type { Choice } from '#http/layout/form.tsx'

/** What an id in a form may name: each as a choice of a list, in the order in which they are offered. */
export interface ActPeople {
  readonly staff: readonly Choice[]
  readonly teams: readonly Choice[]
  readonly contractors: readonly Choice[]
  readonly offices: readonly Choice[]
  readonly rooms?: readonly Choice[]
}
