import type { Document, DocumentBlock } from '#core/documents/document.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Landlord } from '#store/landlords.ts'
import type { Improvement } from '#store/learning/improvements.ts'
import type { ShownPage, Site } from '#store/public/site.ts'
import type { Raw } from '../../html/raw.ts'
import type { View } from '../document-pages.tsx'
import { documentHtml } from '../../formats/document-html.tsx'

/** What a page that is put on show is drawn from: for everybody, or for who looks at it before that. */
export interface ViewGround {
  readonly landlord: Landlord
  readonly site: Site
  readonly shown: Pick<ShownPage, 'texts' | 'datedOn' | 'version'> & { readonly shownAt?: Instant }
  readonly title: string
  readonly now: Instant
  readonly improvements: readonly Improvement[]
}

/** A page’s document around what it says. */
export function pageDocument(
  { landlord, shown, title }: ViewGround,
  blocks: readonly DocumentBlock[],
): Document {
  return {
    title,
    language: 'en-GB',
    direction: 'ltr',
    publisher: landlord.name,
    datedOn: shown.datedOn,
    version: `version ${shown.version}`,
    blocks,
  }
}

/** Blocks as they stand in the middle of a page, under a heading of its own. */
export function blocksHtml(blocks: readonly DocumentBlock[]): Raw {
  const inside = { title: '', language: 'en-GB', direction: 'ltr', publisher: '', blocks } as const
  return documentHtml(inside, { without: 'head' })
}

/** A page that is its document and nothing else. */
export function plainView(ground: ViewGround, blocks: readonly DocumentBlock[]): View {
  const document = pageDocument(ground, blocks)
  return { title: ground.title, content: documentHtml(document), document, changedAt: ground.shown.shownAt }
}
