import type { WhoThereIs } from '../duties/owner-form.tsx'

/** Around the returns of a month: who looks, and who may have brought them. */
export interface Around {
  readonly who: WhoThereIs
  readonly token: string
  readonly mayCheck: boolean
  readonly staffId: string | undefined
  /** Programs that bring figures, by the name they have among authors. */
  readonly programs: ReadonlyMap<string, string>
}

/** A person or a program by name; a code that an import brought stays as it is. */
export function nameOf(by: string, { who, programs }: Pick<Around, 'who' | 'programs'>): string {
  const program = programs.get(by)
  if (program !== undefined) return `the program “${program}”`
  return who.staff.find(({ staffId }) => staffId === by)?.name ?? (by === '' ? 'nobody' : by)
}
