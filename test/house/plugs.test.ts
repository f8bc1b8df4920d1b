import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldersIn, isThere, wordsOf } from './tree.ts'

for (const socket of ['kinds', 'importers', 'reports', 'channels'].filter((name) => isThere(`src/${name}`))) {
  test(`Each folder of ${socket} is one line in the index of ${socket}`, () => {
    const listed = [...wordsOf(`src/${socket}/index.ts`).matchAll(/from '[.]\/([^/']+)\//g)].map(
      ([, folder = '']) => folder,
    )
    assert.deepEqual([...new Set(listed)].sort(), foldersIn(`src/${socket}`))
    assert.equal(listed.length, new Set(listed).size, 'a folder is imported twice')
  })

  test(`Each folder of ${socket} has a README that says what it is`, () => {
    const wanting = foldersIn(`src/${socket}`)
      .map((folder) => `src/${socket}/${folder}/README.md`)
      .filter((readme) => !isThere(readme) || !/^# \S.*\n[^]{100}/.test(wordsOf(readme)))
    assert.deepEqual(wanting, [])
  })
}
