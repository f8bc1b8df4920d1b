import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { braillePieces, brailleNotices } from '#core/documents/braille.ts'
import { brailleFile, cellsOfAscii } from '#core/documents/braille-layout.ts'
import { isRefused } from '#core/refused.ts'
import { documentBraille } from '#http/formats/document-braille.ts'
import { letterDocument } from '#http/formats/letter-document.ts'
import { programPath } from '#http/formats/programs.ts'
import { skippedWithout } from './programs-there.ts'
import { arabic, sample } from './sample.ts'

const skip = skippedWithout('lou_translate')

const letter = letterDocument({
  head: { landlord: 'Made-up Homes', lines: ['1 High Street, Anytown AN1 1AA'] },
  subject: 'Your letter about the lift',
  to: ['Mrs Joan Doe', '2 Low Road', 'Anytown AN2 3BB'],
  date: '20 March 2026',
  reference: '4F7K-2MPX-9Q',
  body: [
    { kind: 'paragraph', lines: ['Dear Mrs Doe'] },
    {
      kind: 'paragraph',
      lines: [
        'Thank you for your letter of 2 March. Lift 3\\4 was out of order for 3 days, and we are sorry that nobody told you. We owe you £1,234.50, which is 100% of what you asked for.',
      ],
    },
    { kind: 'heading', text: 'What we do about it' },
    { kind: 'list', items: ['The ASB team rings you by 5.30pm.', 'You can ring us on (01539) 740 742.'] },
    { kind: 'paragraph', lines: ['Yours sincerely', 'Ann Archer'] },
  ],
})

for (const [what, document] of Object.entries({ letter, report: sample }))
  test(`Braille of a ${what} translated back is the ${what}, word for word`, { skip }, async () => {
    const pages = await pagesOf(documentBraille(document))
    const title = document.title.split(' ').length
    const words = wordsOf(braillePieces(document))
    assert.equal(
      backFrom(pages).join(' '),
      [...words.slice(0, title), ...wordsOf(brailleNotices(document)), ...words.slice(title)].join(' '),
    )
  })

test('Braille fits its paper: so many cells in a line, so many lines, a number on every page, no heading at the foot', {
  skip,
}, async () => {
  for (const paper of [
    { cells: 40, lines: 25 },
    { cells: 28, lines: 12 },
  ]) {
    const pages = await pagesOf(
      documentBraille({ ...letter, blocks: Array(4).fill(letter.blocks).flat() }, paper),
    )
    assert.ok(pages.length > 2)
    for (const [place, lines] of pages.entries()) {
      assert.equal(lines.length, paper.lines)
      assert.ok(lines.every((line) => line.length <= paper.cells && /^[ -_]*$/.test(line)))
      assert.equal(lines.at(-1)?.trim(), numberAs(place + 1))
      assert.notEqual(lines[0], '', 'no page begins with a blank line')
    }
  }
})

test('A heading is centred, and goes to the next page rather than stand alone at the foot of one', () => {
  const line = { style: 'line', cells: '⠁⠁' } as const
  const file = brailleFile([...Array(9).fill(line), { style: 'heading', cells: '⠃⠃' }, line], {
    cells: 20,
    lines: 12,
  })
  const [first = '', second = ''] = file.split('\f')
  assert.doesNotMatch(first, /BB/)
  assert.match(second, /^ {9}BB\r\n\r\nAA/)
})

test('A language without a Braille code is refused with what to do, and one with a code of its own is made', {
  skip,
}, async () => {
  const somali = await documentBraille({ ...sample, language: 'so' })
  assert.ok(isRefused(somali))
  assert.match(somali.refusal, /no Braille code for Somali/)
  const [page = []] = await pagesOf(documentBraille(arabic))
  assert.match(page.join('\n'), /^ +KIF TT&L BNA\n\n {2},A COMPUT\] MADE \? ,BRL/)
})

async function pagesOf(made: ReturnType<typeof documentBraille>): Promise<readonly (readonly string[])[]> {
  const bytes = await made
  if (isRefused(bytes)) throw new Error(bytes.refusal)
  const pages = new TextDecoder().decode(bytes).split('\f')
  assert.equal(pages.pop(), '', 'each page ends with a form feed')
  return pages.map((page) => page.split('\r\n').slice(0, -1))
}

/** Every word of the pages, by the same program the other way round, in pieces that it does not cut itself. */
function backFrom(pages: readonly (readonly string[])[]): readonly string[] {
  const words = pages
    .flatMap((lines) => lines.slice(0, -1))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '')
  const lines = Array.from({ length: Math.ceil(words.length / 20) }, (_, n) =>
    cellsOfAscii(words.slice(n * 20, n * 20 + 20).join(' ')),
  )
  const read = execFileSync(programPath('lou_translate') ?? '', ['--backward', 'unicode.dis,en-ueb-g2.ctb'], {
    input: `${lines.join('\n').replaceAll('\u2800', ' ')}\n`,
  })
  return read
    .toString('utf8')
    .split(/\s+/)
    .filter((word) => word !== '')
}

function wordsOf(pieces: readonly { readonly text: string }[]): readonly string[] {
  return pieces.flatMap(({ text }) => text.split(' '))
}

function numberAs(page: number): string {
  return `#${Array.from(String(page), (digit) => 'JABCDEFGHI'[Number(digit)]).join('')}`
}
