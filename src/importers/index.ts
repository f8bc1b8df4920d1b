import type { Importer } from '#core/importer.ts'
import { csv } from './csv/importer.ts'
import { ndjson } from './ndjson/importer.ts'
import { queueLog } from './queue-log/importer.ts'

/** Every importer there is, one line each. */
export const importers: readonly Importer[] = [ndjson, csv, queueLog]
