import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { linesOf, longestLineBytes, type TextLine } from '#core/lines.ts'
import { inChunks } from '../importers/reading.ts'

const encode = (text: string) => new TextEncoder().encode(text)

async function read(
  bytes: Uint8Array,
  lengths: readonly number[] = [bytes.length],
  encoding?: 'windows-1252',
) {
  const lines: TextLine[] = []
  for await (const batch of linesOf(inChunks(bytes, lengths), encoding)) lines.push(...batch)
  return lines
}

const texts = (lines: readonly TextLine[]) => lines.map((line) => line.text)

test('LF and CRLF end a line, and the last line needs no end', async () => {
  assert.deepEqual(texts(await read(encode('a\nb\r\n\nc'))), ['a', 'b', '', 'c'])
})

test('lines are counted from 1, empty ones too', async () => {
  assert.deepEqual(await read(encode('\n\nx')), [
    { line: 1, text: '' },
    { line: 2, text: '' },
    { line: 3, text: 'x' },
  ])
})

test('an empty file has no line', async () => {
  assert.deepEqual(await read(encode('')), [])
})

test('a byte order mark at the beginning is dropped, and elsewhere it is text', async () => {
  assert.deepEqual(texts(await read(encode('\ufeffa\n\ufeffb\n'), [1])), ['a', '\ufeffb'])
})

test('a character cut in two by a chunk is read whole', async () => {
  assert.deepEqual(texts(await read(encode('£ é € 🏠\nŵ'), [1])), ['£ é € 🏠', 'ŵ'])
})

test('a line that is not UTF-8 is a fault, and its neighbours are read', async () => {
  const lines = await read(Uint8Array.from([97, 10, 0xa3, 10, 98, 10]))
  assert.deepEqual(texts(lines), ['a', '\ufffd', 'b'])
  assert.deepEqual(
    lines.map((line) => line.fault !== undefined),
    [false, true, false],
  )
})

test('a file from a Windows spreadsheet is read in its own encoding', async () => {
  assert.deepEqual(texts(await read(Uint8Array.from([0xa3, 0x80, 10]), [1], 'windows-1252')), ['£€'])
})

test('a UTF-16 file is called by its name', async () => {
  const [first] = await read(Uint8Array.from([0xff, 0xfe, 97, 0, 10, 0]))
  assert.match(first?.fault ?? '', /UTF-16: save it as UTF-8/)
})

test('a line of exactly the most bytes is read, and one byte more is a fault', async () => {
  const lines = await read(
    encode(`${'a'.repeat(longestLineBytes)}\n${'b'.repeat(longestLineBytes + 1)}\nc`),
    [70_000],
  )
  assert.deepEqual(
    lines.map((line) => [line.line, line.text.length, line.fault]),
    [
      [1, longestLineBytes, undefined],
      [
        2,
        1_000,
        `this line has ${longestLineBytes + 1} bytes; ${longestLineBytes} is the most a line may have`,
      ],
      [3, 1, undefined],
    ],
  )
})

test('a line without end is never held whole', async () => {
  async function* endless() {
    for (let chunk = 0; chunk < 3_000; chunk++) yield new Uint8Array(65_536).fill(97)
  }
  // What nobody holds any more is collected first: only what is held is counted.
  const held = () => {
    collectGarbage()
    return process.memoryUsage().arrayBuffers
  }
  const before = held()
  let most = 0
  let chunks = 0
  for await (const [line] of linesOf(
    (async function* watched() {
      for await (const chunk of endless()) {
        chunks += 1
        if (chunks % 300 === 0) most = Math.max(most, held() - before)
        yield chunk
      }
    })(),
  )) {
    assert.match(line?.fault ?? '', /196608000 bytes/)
  }
  assert.ok(most < 80_000_000, `${most} of 196,608,000 bytes were held`)
})

/** The engine’s own, which is hidden unless a flag is set; flags may be set as a program runs. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

test('arbitrary bytes never throw, and chunk borders make no difference', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const lineish = fc
    .array(fc.constantFrom(10, 13, 34, 44, 97, 0xc3, 0xa9, 0xef, 0xbb, 0xbf, 0xff, 0xfe), { maxLength: 60 })
    .map((list) => Uint8Array.from(list))
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, lineish), lengths, async (file, cuts) => {
      assert.deepEqual(await read(file, cuts), await read(file))
    }),
    { numRuns: 500 },
  )
})

test('chunk borders make no difference to lines that are too long', async () => {
  const file = encode(`short\n${'x'.repeat(longestLineBytes + 7)}\r\nnext\n${'€'.repeat(400_000)}`)
  const whole = await read(file)
  for (const cuts of [[1_000], [65_536], [longestLineBytes], [3, 300_000, 999_983]]) {
    assert.deepEqual(await read(file, cuts), whole)
  }
})

test('every line of a text is given back in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).filter((line) => !/[\n\r\ufeff]/.test(line))),
      async (lines) => {
        assert.deepEqual(texts(await read(encode(lines.map((line) => `${line}\n`).join('')), [7])), lines)
      },
    ),
  )
})
