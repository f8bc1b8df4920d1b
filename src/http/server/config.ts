/** How the server behaves; everything has a default that is right for one machine. */
export interface ServerConfig {
  /** Which version of Kept this is, for whoever reads the API’s description. */
  readonly version?: string
  /** Addresses or networks of proxies whose word on the caller’s address is taken; none unless said. */
  readonly trustedProxies?: readonly string[]
  /** Whoever sends this as a bearer token may read `/metrics`; without one, only this machine itself may. */
  readonly metricsToken?: string
  /** How many requests a minute one session or key may make. */
  readonly requestsPerMinute?: number
  /** How many an address may make that nobody is recognised by. */
  readonly unrecognisedPerMinute?: number
  /** Longer than this, in seconds, nothing is worked on. */
  readonly longestWorkInSeconds?: number
}

export const usual = {
  /** Five hundred a second: above what one machine records, below what would starve the others. */
  requestsPerMinute: 30_000,
  unrecognisedPerMinute: 300,
  longestWorkInSeconds: 30,
} as const
