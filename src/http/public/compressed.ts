import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** How an answer is pressed on its way. */
export type Encoding = 'br' | 'gzip'

/** What whoever asks can unpress, of what we press with; nothing where it is not worth it. */
export function encodingFor(accepted: string | string[] | undefined, length: number): Encoding | undefined {
  if (length < leastBytes) return undefined
  const offered = String(accepted ?? '').slice(0, 500)
  if (takes(offered, 'br')) return 'br'
  return takes(offered, 'gzip') ? 'gzip' : undefined
}

/** The bytes pressed; what was pressed lately is at hand by its digest. */
export function compressed(bytes: Buffer, digest: string, encoding: Encoding): Buffer {
  const key = `${digest} ${encoding}`
  const known = held.get(key)
  if (known !== undefined) return known
  const pressed = encoding === 'br' ? brotliCompressSync(bytes, quick) : gzipSync(bytes)
  if (heldBytes + pressed.length > mostBytes) {
    held.clear()
    heldBytes = 0
  }
  held.set(key, pressed)
  heldBytes += pressed.length
  return pressed
}

/** Below this, headers weigh more than what is saved. */
const leastBytes = 800
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

const mostBytes = 16_000_000
const held = new Map<string, Buffer>()
let heldBytes = 0

/** `br;q=0` says that it is not wanted. */
function takes(accepted: string, encoding: Encoding): boolean {
  const offers = accepted.split(',').map((each) => each.trim().toLowerCase())
  const offer = offers.find((each) => each === encoding || each.startsWith(`${encoding};`))
  return offer !== undefined && !/;\s*q=0(\.0*)?$/.test(offer)
}
