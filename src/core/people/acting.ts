import { type Permission, permissions } from './permission.ts'

/**
 * On whose behalf something is done: for which landlord, by whom, and what they may do. Made where somebody is
 * recognised (a session, an API key, a job), and asked for by every function of the store.
 */
export interface Acting {
  readonly landlord: number
  /** As the ledger and the access log name them: `staff:x1`, `key:k1`, `system`, `import:i1`. */
  readonly by: string
  readonly may: ReadonlySet<Permission>
  /** The member of staff, where it is one. */
  readonly staffId?: string
  /** Set for a contractor: nothing but this contractor's own jobs exists for them. */
  readonly contractorId?: string
}

/** The system itself, on behalf of one landlord: jobs and commands of whoever runs the machine. */
export function systemActing(landlord: number, by = 'system'): Acting {
  return { landlord, by, may: new Set(Object.keys(permissions) as Permission[]) }
}

/** Anybody at all, on the public pages of one landlord: they read what was published, and answer what they were asked. */
export function publicActing(landlord: number): Acting {
  return { landlord, by: 'public', may: new Set<Permission>(['published.read', 'surveys.answer']) }
}
