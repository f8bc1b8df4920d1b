import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { changedPack } from '#core/promises/changed-pack.ts'
import { isRefusal } from '#core/refusal.ts'
import { filesUnder, root } from '#test/house/tree.ts'

const pack = `# Our promises
promises:
  - id: ONE # the first
    section: Letters
    promise: We answer.
    clock:
      starts: contact-received
      stops: reply-sent
      within: 10 working days   # reading 3

    target: at least 90%  # as published
  - id: TWO
    section: Calls
    promise: We pick up.
    clock: &pick-up
      starts: call-offered
      stops: call-answered
      within: &rings 5 rings
  - id: THREE
    section: Calls
    promise: We pick up there too.
    clock: {starts: call-offered, stops: call-answered, within: *rings}
  - id: FOUR
    section: Calls
    promise: We pick up everywhere.
    clock: &everywhere {starts: call-offered, stops: call-answered, within: 9 rings}
`

test('A pack says one promise otherwise, and every other letter stays as it was', () => {
  const changed = changedPack(pack, { promise: 'ONE', within: '5 working days', target: 'at least 95%' })
  assert.equal(
    changed,
    pack.replace('10 working days', '5 working days').replace('at least 90%', 'at least 95%'),
  )
})

test('A promise without a target is given one on a line of its own', () => {
  const changed = changedPack(pack, { promise: 'TWO', target: '90%' })
  assert.equal(changed, pack.replace('    section: Calls', '    target: 90%\n    section: Calls'))
})

test('What stands for several promises at once is not changed for one of them', () => {
  for (const promise of ['TWO', 'THREE', 'FOUR', 'FIVE'])
    assert.ok(isRefusal(changedPack(pack, { promise, within: '4 rings' })), promise)
})

test('Of the shipped packs, a length that stands by itself can be changed, and nothing else is', () => {
  let changes = 0
  for (const path of filesUnder('packs').filter((each) => each.endsWith('pack.yaml'))) {
    const text = readFileSync(join(root, path), 'utf8')
    const ids = [...text.matchAll(/^ {2}- id: (\S+)/gm)].filter((_, place) => place % 6 === 0)
    for (const [, promise = ''] of ids) {
      const changed = changedPack(text, { promise, within: '77 working days' })
      if (isRefusal(changed)) continue
      changes += 1
      const lines = changed.split('\n')
      const other = text.split('\n').filter((line, place) => line !== lines[place])
      assert.equal(other.length, 1, promise)
      assert.match(other[0] ?? '', /within: /, promise)
    }
  }
  assert.ok(changes > 8, `only ${changes}`)
})
