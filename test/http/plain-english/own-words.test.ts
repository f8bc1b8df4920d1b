import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startingTemplates } from '#core/letters/starting-templates.ts'
import { startingJargon } from '#core/letters/starting-jargon.ts'
import { isRefused } from '#core/refused.ts'
import { checkEnglish } from '#http/plain-english/check-english.ts'

// What we ask of others’ letters holds for our own words.

test('The letters we begin with are in plain English', async () => {
  for (const { templateId, body } of startingTemplates) {
    const found = await checkEnglish(body.replaceAll(/\(\([^()]*\)\)/g, 'Xxx'), startingJargon)
    assert.ok(!isRefused(found))
    assert.deepEqual(found.advice, [], templateId)
  }
})

test('So are the texts of our pages', async () => {
  const pages = new URL('../../../src/apps/staff/', import.meta.url).pathname
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  assert.ok(files.length > 20)
  const faults: string[] = []
  for (const file of files) {
    const text = sentencesIn(readFileSync(join(pages, file), 'utf8')).join('\n\n')
    const found = await checkEnglish(`Dear all\n${text}`, [])
    assert.ok(!isRefused(found))
    const grave = found.advice.filter(({ about, quote, says }) => {
      if (about === 'long sentence') return /has \d+ words/.test(says)
      return ['spelling', 'kinder word', 'slip'].includes(about) && !ofTheTrade.has(quote)
    })
    faults.push(...grave.map(({ quote, says }) => `${file}: “${quote}” ${says}`))
  }
  assert.deepEqual(faults, [])
})

/** Words that the dictionary lacks, and for which there is no other. */
const ofTheTrade: ReadonlySet<string> = new Set(['authenticator'])

/** Whole sentences between two tags. */
function sentencesIn(source: string): readonly string[] {
  return Array.from(source.matchAll(/>\s*([A-Z][^<>{}`=]{20,}?[.?])\s*</g), ([, text = '']) =>
    text.replaceAll(/\s+/g, ' '),
  )
}
