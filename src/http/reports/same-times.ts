/**
 * A zip archive in which every file bears the first moment an archive knows, rather than that at which it was packed: the same
 * content is then the same bytes, whenever it was drawn.
 */
export function sameTimes(archive: Uint8Array): Uint8Array {
  const zip = Buffer.from(archive)
  const end = zip.lastIndexOf(endOfDirectory)
  if (end === -1) throw new Error('this is no zip archive')
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(firstMoment, entry + 12)
    zip.writeUInt32LE(firstMoment, zip.readUInt32LE(entry + 42) + 10)
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(entry + place))
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return zip
}

const endOfDirectory = Buffer.from('PK\u0005\u0006', 'latin1')

/** Midnight on 1 January 1980, as archives write it: the time in the lower half, the date in the upper. */
const firstMoment = ((1 << 5) | 1) * 0x1_00_00
