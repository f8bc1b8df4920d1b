import { writeFileSync } from 'node:fs'
import { kinds } from '#kinds/index.ts'
import { glossaryOf } from './glossary.ts'

// `npm run docs`: writes anew every document that is made from the code.
writeFileSync(new URL('../docs/glossary.md', import.meta.url), glossaryOf(kinds))
