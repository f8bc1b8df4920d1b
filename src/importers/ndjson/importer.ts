import type { Imported, Importer } from '#core/importer.ts'
import { linesOf, type TextLine } from '#core/lines.ts'

/** Events as Kept itself writes them: one JSON object a line. */
export const ndjson: Importer = {
  name: 'ndjson',
  says: 'Events as Kept writes them, one JSON object a line; empty lines are skipped.',
  async *read({ bytes }) {
    for await (const lines of linesOf(bytes)) {
      const imported: readonly Imported[] = lines.some(isEmpty)
        ? lines.filter((line) => !isEmpty(line))
        : lines
      if (imported.length > 0) yield imported
    }
  },
}

/** Only a line that begins with white space can be empty; so most lines cost one look. */
function isEmpty({ text }: TextLine): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '')
}
