import { type Static, type TSchema, Type } from 'typebox'

/** One variable of the environment: what it is for, and what it may be. */
export interface Variable<Schema extends TSchema = TSchema> {
  /** What a person reads about it. */
  readonly says: string
  /** What it may be, in words, for whoever wrote something else. */
  readonly takes: string
  readonly schema: Schema
  /** What holds where it is not set, in words where it is worked out. */
  readonly usual?: { readonly value: Static<Schema> } | { readonly words: string }
  /** Never printed; may be kept in a file that `NAME_FILE` names. */
  readonly secret?: true
}

/** What can be set, all of it. docs/configuration.md is written from this (`npm run docs`). */
export const variables = {
  DATABASE_URL: variable(Type.String({ pattern: '^postgres(ql)?://' }), {
    says: 'The PostgreSQL server (15 or newer), signed in as the owner of the schema. Without it, Kept starts the database that comes with it.',
    takes: 'an address such as postgres://kept:password@db.example.org/kept',
    usual: { words: 'the database that comes with Kept' },
    secret: true,
  }),
  KEPT_DATA: variable(Type.String({ minLength: 1 }), {
    says: 'The folder of the database that comes with Kept, of its secret, and of mail written to files. Made where it is missing.',
    takes: 'a folder',
    usual: { value: './data' },
  }),
  KEPT_HOST: variable(Type.String({ minLength: 1 }), {
    says: 'On which of the machine’s addresses to listen. 0.0.0.0 is all of them: do that behind a proxy that has https.',
    takes: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    usual: { value: '127.0.0.1' },
  }),
  KEPT_PORT: variable(Type.Integer({ minimum: 0, maximum: 65_535 }), {
    says: 'On which port to listen; 0 is any that is free.',
    takes: 'a whole number from 0 to 65535',
    usual: { value: 8_020 },
  }),
  KEPT_ORIGIN: variable(Type.String({ pattern: '^https?://[^/?#\\s]+$' }), {
    says: 'The address under which staff reach Kept, for links in mail and for cookies. With https, cookies are for https alone.',
    takes: 'an address without a slash at its end, such as https://kept.example.org',
    usual: { words: 'http, with the host and the port listened on' },
  }),
  KEPT_SECRET: variable(Type.String({ minLength: 32 }), {
    says: 'What second factors and form tokens are sealed with. Every process of an installation has the same; with another one, second factors must be set up anew. `openssl rand -base64 48` makes one.',
    takes: '32 characters or more',
    usual: {
      words:
        'with the database that comes with Kept, one is made once and kept in KEPT_DATA; with DATABASE_URL it must be set',
    },
    secret: true,
  }),
  KEPT_CONNECTIONS: variable(Type.Integer({ minimum: 2, maximum: 500 }), {
    says: 'How many connections to the database a server holds at most. A worker holds about 15 beside them.',
    takes: 'a whole number from 2 to 500',
    usual: { value: 10 },
  }),
  KEPT_LOG: variable(Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), {
    says: 'From which weight on something is logged. Logs are JSON on standard output, a line each, without personal data.',
    takes: 'fatal, error, warn, info, debug or silent',
    usual: { value: 'info' },
  }),
  KEPT_WORKER: variable(Type.Enum(['yes', 'no']), {
    says: 'Whether `kept serve` does the jobs too. With “no”, run `kept worker` beside it.',
    takes: 'yes or no',
    usual: { value: 'yes' },
  }),
  KEPT_TRUST_PROXY: variable(Type.String({ pattern: '^[0-9a-fA-F.:/]+( *, *[0-9a-fA-F.:/]+)*$' }), {
    says: 'Proxies whose word on the caller’s address is taken (X-Forwarded-For).',
    takes: 'addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8',
    usual: { words: 'none' },
  }),
  KEPT_METRICS_TOKEN: variable(Type.String({ minLength: 16 }), {
    says: 'Whoever sends this as a bearer token may read /metrics from elsewhere.',
    takes: '16 characters or more',
    usual: { words: 'only this machine may' },
    secret: true,
  }),
  KEPT_MAIL_FOLDER: variable(Type.String({ minLength: 1 }), {
    says: 'A folder into which mail is written, a file each, rather than sent: for demonstrations. Otherwise mail waits in the outbox.',
    takes: 'a folder',
    usual: { words: 'none' },
  }),
  KEPT_PRIVATE_WEBHOOKS: variable(Type.Enum(['yes', 'no']), {
    says: 'Whether webhooks may lead into private networks. With “yes”, whoever sets up webhooks can reach what this machine can.',
    takes: 'yes or no',
    usual: { value: 'no' },
  }),
  KEPT_OIDC_ISSUER: variable(Type.String({ pattern: '^https?://' }), {
    says: 'The identity provider (OpenID Connect) by which staff may sign in.',
    takes: 'the provider’s address, such as https://login.example.org/tenant/v2.0',
    usual: { words: 'none: staff sign in with a password' },
  }),
  KEPT_OIDC_CLIENT_ID: variable(Type.String({ minLength: 1 }), {
    says: 'How the identity provider knows us. It must send staff back to KEPT_ORIGIN.',
    takes: 'text',
  }),
  KEPT_OIDC_CLIENT_SECRET: variable(Type.String({ minLength: 1 }), {
    says: 'What the identity provider knows us by.',
    takes: 'text',
    secret: true,
  }),
  KEPT_OIDC_LANDLORDS: variable(Type.String({ pattern: '^[a-z0-9-]+( *, *[a-z0-9-]+)*$' }), {
    says: 'Whose staff the identity provider vouches for. Where several landlords share a database, name those it belongs to.',
    takes: 'short names of landlords with commas between',
    usual: { words: 'every landlord of the database' },
  }),
} as const

export type VariableName = keyof typeof variables

/** Our own checks are steered by these; a server takes no notice of them. */
export const ofTheTests: readonly string[] = [
  'KEPT_CHROMIUM',
  'KEPT_SEED',
  'KEPT_TEST_DATABASE_URL',
  'KEPT_TEST_SERVERS',
  'KEPT_WITHOUT_BROWSER',
  'KEPT_WITHOUT_SERVER',
  'KEPT_WITHOUT_FORMATS',
]

function variable<Schema extends TSchema>(
  schema: Schema,
  about: Omit<Variable<Schema>, 'schema'>,
): Variable<Schema> {
  return { ...about, schema }
}
