/** The package brings no types: what the benchmark uses of it. */
declare module 'luxon-business-days' {
  import type { DateTime as Luxon } from 'luxon'

  interface BusinessDateTime extends Luxon {
    setupBusiness(business: {
      readonly businessDays: readonly number[]
      readonly holidayMatchers: readonly []
    }): void
    plusBusiness(by: { readonly days: number }): BusinessDateTime
  }

  const business: {
    readonly DateTime: { local(): BusinessDateTime; fromMillis(milliseconds: number): BusinessDateTime }
  }
  export default business
}
