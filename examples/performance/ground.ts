import type { Acting } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import type { SecretBox } from '#store/people/secret-box.ts'
import type { Store } from '#store/store.ts'
import type { YearSpan } from '../year/year-span.ts'

/** At which landlord of the demonstration, and who is there. */
export interface PerformanceGround {
  readonly store: Store
  readonly acting: Acting
  /** The landlord’s name in addresses. */
  readonly slug: string
  /** Somebody of each role, to act as. */
  readonly staffIds: ReadonlyMap<Role, string>
  /** The installation’s secret, with which reports are signed. */
  readonly box: SecretBox
  /** The made-up year that lies behind. */
  readonly year: YearSpan
}
