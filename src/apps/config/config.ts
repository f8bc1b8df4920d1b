import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { readVariables, type Values } from './read-variables.ts'

/** How an installation is run, as its environment says. */
export interface Config {
  /** A PostgreSQL server; the embedded database otherwise. */
  readonly databaseUrl: string | undefined
  readonly data: string
  readonly host: string
  readonly port: number
  readonly origin: string | undefined
  readonly secret: string | undefined
  readonly connections: number
  readonly log: string
  readonly doesJobs: boolean
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | undefined
  readonly mailFolder: string | undefined
  /** Whether webhooks may lead into private networks. */
  readonly privateWebhooks: boolean
  readonly openid: OpenidConfig | undefined
}

export interface OpenidConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Short names of the landlords whose staff it vouches for; all of them where none is named. */
  readonly landlords: readonly string[]
}

/** The configuration that the environment says, or everything that is wrong with it. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config | readonly Refusal[] {
  const values = readVariables(environment)
  if (!('KEPT_DATA' in values)) return values
  const openid = openidFrom(values)
  if (isRefusal(openid)) return [openid]
  if (values.DATABASE_URL !== undefined && values.KEPT_SECRET === undefined)
    return [
      refuse('KEPT_SECRET is not set', 'a server of your own needs one: openssl rand -base64 48 makes one'),
    ]
  return {
    databaseUrl: values.DATABASE_URL,
    data: values.KEPT_DATA ?? '',
    host: values.KEPT_HOST ?? '',
    port: values.KEPT_PORT ?? 0,
    origin: values.KEPT_ORIGIN,
    secret: values.KEPT_SECRET,
    connections: values.KEPT_CONNECTIONS ?? 0,
    log: values.KEPT_LOG ?? '',
    doesJobs: values.KEPT_WORKER === 'yes',
    trustedProxies: listed(values.KEPT_TRUST_PROXY),
    metricsToken: values.KEPT_METRICS_TOKEN,
    mailFolder: values.KEPT_MAIL_FOLDER,
    privateWebhooks: values.KEPT_PRIVATE_WEBHOOKS === 'yes',
    openid,
  }
}

function openidFrom(values: Values): OpenidConfig | undefined | Refusal {
  const {
    KEPT_OIDC_ISSUER: issuer,
    KEPT_OIDC_CLIENT_ID: clientId,
    KEPT_OIDC_CLIENT_SECRET: clientSecret,
    KEPT_OIDC_LANDLORDS: landlords,
  } = values
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret, landlords: listed(landlords) }
  if ([issuer, clientId, clientSecret, landlords].every((value) => value === undefined)) return undefined
  return refuse(
    'an identity provider needs KEPT_OIDC_ISSUER, KEPT_OIDC_CLIENT_ID and KEPT_OIDC_CLIENT_SECRET',
    'set all three, or none of them',
  )
}

function listed(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(',').map((each) => each.trim())
}
