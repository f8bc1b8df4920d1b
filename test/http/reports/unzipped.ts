import { inflateRawSync } from 'node:zlib'

/** The files of a zip archive by name, from its directory at the end. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(from, from + size)
    const isDeflated = zip.readUInt16LE(at + 10) === 8
    files.set(name, (isDeflated ? inflateRawSync(content) : content).toString('utf8'))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

/** When each file was packed, as the archive says it: at the head of the file and in the directory. */
export function packedAt(bytes: Uint8Array): readonly Buffer[] {
  const zip = Buffer.from(bytes)
  const heads = [
    ['PK\u0003\u0004', 10],
    ['PK\u0001\u0002', 12],
  ] as const
  return heads.flatMap(([head, place]) => {
    const found: Buffer[] = []
    for (let at = zip.indexOf(head); at !== -1; at = zip.indexOf(head, at + 4))
      found.push(zip.subarray(at + place, at + place + 4))
    return found
  })
}
