import type { Document } from '#core/documents/document.ts'
import { leafletOf } from '#core/documents/leaflet.ts'
import type { Edition } from '#core/promises/edition.ts'
import { blocksOfText } from '#core/publishing/text-blocks.ts'
import type { ShownPage } from '#store/public/site.ts'

/** The leaflet as it is on show: the standards of an edition, under the introduction that the landlord wrote. */
export function leafletShown(
  edition: Edition,
  shown: Pick<ShownPage, 'texts' | 'datedOn' | 'version'>,
): Document {
  return leafletOf(edition, { introduction: blocksOfText(shown.texts['introduction'] ?? '', 2), shown })
}
