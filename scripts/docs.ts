import { writeFileSync } from 'node:fs'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import { kinds } from '#kinds/index.ts'
import { configurationOf } from './configuration.ts'
import { glossaryOf } from './glossary.ts'
import { govukParamsOf } from './govuk-params.ts'
import { packReferenceOf } from './pack-reference.ts'
import { packSchemaOf } from './pack-schema.ts'

// `npm run docs`: writes anew every document that is made from the code.
const eventTypes = [...vocabularyOf(kinds).events.keys()]
write('docs/glossary.md', glossaryOf(kinds))
write('docs/pack-reference.md', packReferenceOf(eventTypes))
write('docs/configuration.md', configurationOf())
write('src/http/govuk/params.ts', govukParamsOf())
write('packs/pack.schema.json', packSchemaOf(eventTypes))

function write(path: string, text: string): void {
  writeFileSync(new URL(`../${path}`, import.meta.url), text)
}
