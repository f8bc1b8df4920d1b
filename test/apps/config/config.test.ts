import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Config, readConfig } from '#apps/config/config.ts'
import { keptSecret } from '#apps/config/secret.ts'
import { type Refusal, inWords } from '#core/refusal.ts'
import { wordsOf } from '#test/house/tree.ts'
import { configurationOf } from '../../../scripts/configuration.ts'

const place = mkdtempSync(join(tmpdir(), 'kept-config-'))
after(() => rmSync(place, { recursive: true, force: true }))
const secret = 'a secret of thirty-two characters'

test('Nothing need be set: the embedded database, this machine alone, port 8020', () => {
  const { data, host, port, databaseUrl, doesJobs, log } = good({ PATH: '/bin' })
  assert.deepEqual(
    { data, host, port, databaseUrl, doesJobs, log },
    { data: './data', host: '127.0.0.1', port: 8020, databaseUrl: undefined, doesJobs: true, log: 'info' },
  )
})

test('What is set is read in its own shape, and what is set to nothing is not set', () => {
  const config = good({
    KEPT_PORT: '0',
    KEPT_WORKER: 'no',
    KEPT_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
    KEPT_HOST: '',
  })
  assert.equal(config.port, 0)
  assert.equal(config.doesJobs, false)
  assert.deepEqual(config.trustedProxies, ['127.0.0.1', '10.0.0.0/8'])
  assert.equal(config.host, '127.0.0.1')
})

test('Every fault is told at once, with what would be right', () => {
  const faults = bad({ KEPT_PORT: '80 20', KEPT_WORKER: 'maybe', KEPT_ORIGIN: 'kept.example.org/' })
  assert.deepEqual(faults.map(inWords).sort(), [
    'KEPT_ORIGIN “kept.example.org/” is not valid; it takes an address without a slash at its end, such as https://kept.example.org',
    'KEPT_PORT “80 20” is not valid; it takes a whole number from 0 to 65535',
    'KEPT_WORKER “maybe” is not valid; it takes yes or no',
  ])
})

test('A port out of range or not whole is refused', () => {
  for (const port of ['-1', '65536', '80.5', 'http', '0x50'])
    assert.equal(bad({ KEPT_PORT: port }).length, 1, port)
})

test('A setting that there is not is refused with the one that was probably meant', () => {
  assert.deepEqual(bad({ KEPT_PROT: '80' }).map(inWords), [
    'there is no setting KEPT_PROT; did you mean KEPT_PORT?',
  ])
  assert.match(bad({ KEPT_SOMETHING_ELSE: '1' })[0]?.fix ?? '', /docs\/configuration.md/)
  assert.equal(good({ KEPT_SEED: 'random', ELSEWHERE: '1' }).port, 8020)
})

test('A secret may come from a file, is never repeated, and not set twice', () => {
  const file = join(place, 'secret-file')
  writeFileSync(file, `${secret}\n`)
  assert.equal(good({ KEPT_SECRET_FILE: file }).secret, secret)
  const [short] = bad({ KEPT_SECRET: 'too-short' })
  assert.doesNotMatch(JSON.stringify(short), /too-short/)
  assert.match(bad({ KEPT_SECRET: secret, KEPT_SECRET_FILE: file })[0]?.refusal ?? '', /both set/)
  assert.match(bad({ KEPT_SECRET_FILE: join(place, 'none') })[0]?.refusal ?? '', /cannot be read \(ENOENT\)/)
  assert.match(bad({ KEPT_PORT_FILE: file })[0]?.refusal ?? '', /there is no setting KEPT_PORT_FILE/)
})

test('A server of one’s own needs a secret that is set, and an identity provider all of its three', () => {
  assert.match(bad({ DATABASE_URL: 'postgres://db/kept' })[0]?.refusal ?? '', /KEPT_SECRET is not set/)
  assert.equal(
    good({ DATABASE_URL: 'postgres://db/kept', KEPT_SECRET: secret }).databaseUrl,
    'postgres://db/kept',
  )
  assert.match(bad({ KEPT_OIDC_ISSUER: 'https://login.example.org' })[0]?.fix ?? '', /all three/)
})

test('The secret beside the embedded database is made once, for this account alone', () => {
  const folder = join(place, 'data')
  const made = keptSecret(folder)
  assert.ok(made.length >= 32)
  assert.equal(keptSecret(folder), made)
  assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600)
})

test('The page on configuration says what the definitions say; npm run docs writes it anew', () => {
  assert.equal(wordsOf('docs/configuration.md'), configurationOf())
})

function good(environment: Readonly<Record<string, string>>): Config {
  const config = readConfig(environment)
  if (!('port' in config)) assert.fail(config.map(inWords).join('\n'))
  return config
}

function bad(environment: Readonly<Record<string, string>>): readonly Refusal[] {
  const config = readConfig(environment)
  if ('port' in config) assert.fail('nothing was refused')
  return config
}
