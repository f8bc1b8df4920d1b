import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { route } from '#http/api/route.ts'
import type { Store } from '#store/store.ts'
import { exportLandlord } from '#store/whole/export-landlord.ts'

const type = 'application/x-ndjson'

/** Takes out everything the landlord holds. */
export const exportRoute = route({
  method: 'GET',
  path: '/export',
  permission: 'export',
  summary: 'Export everything',
  description:
    'Everything that is held of the landlord, as it stood at one instant: NDJSON, a row a line. The first line says what it is, the last ' +
    'how many lines came before it and their SHA-256; `kept import --whole` reads it and loses nothing. It holds names, messages and files, ' +
    'so the access log says who took it out. A file without its last line was cut short.',
  tag: 'The whole landlord',
  limits: { perMinute: 2, seconds: 3_600 },
  answers: { 200: { says: 'Everything', file: [type] } },
  async handle({ store, acting }) {
    const content = await beginExport(store, acting)
    return isRefused(content) ? content : { status: 200, file: { type, content, name: 'export.ndjson' } }
  },
})

/** Comes with the first line, or with why there is none; the rest follows as fast as it is read. */
async function beginExport(store: Store, acting: Acting): Promise<PassThrough | Refused> {
  const stream = new PassThrough()
  const begun = Promise.withResolvers<undefined>()
  const write = async (text: string) => {
    begun.resolve(undefined)
    if (stream.destroyed) throw new Error('whoever asked for the export has gone')
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')])
  }
  const whole = exportLandlord(store, acting, write, { why: 'GET /export' })
  whole.then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  const refused = await Promise.race([begun.promise, whole])
  return isRefused(refused) ? refused : stream
}
