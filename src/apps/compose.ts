import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import { importers } from '#importers/index.ts'
import { kinds } from '#kinds/index.ts'
import { reports } from '#reports/index.ts'

/** The one place that knows every plug; whatever is started is handed these. */
export const plugs = { kinds, importers, reports } as const

/** The events of all kinds, as the ledger’s door and the packs know them. */
export const vocabulary = vocabularyOf(kinds)
