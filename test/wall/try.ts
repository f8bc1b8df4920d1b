import type { Acting } from '#core/people/acting.ts'
import type { TwoLandlords } from './two-landlords.ts'

/** Calls a function of the store on behalf of somebody, with what is A’s. */
export type Try = (ground: TwoLandlords, acting: Acting) => Promise<unknown>
