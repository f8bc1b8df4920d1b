import { capitalised } from '#core/capitalised.ts'
import type { Document, DocumentBlock } from '#core/documents/document.ts'
import { headLines } from '#core/documents/plain-text-head.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Landlord } from '#store/landlords.ts'
import type { Improvement } from '#store/learning/improvements.ts'
import type { ShownPage, Site } from '#store/public/site.ts'
import type { Child, Raw } from '../../html/raw.ts'
import type { View } from '../document-pages.tsx'
import { documentHtml } from '../../formats/document-html.tsx'
import { Linked } from './linked.tsx'

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

/** Blocks as they stand in the middle of a page; numbers and addresses among facts can be pressed. */
export function blocksHtml(blocks: readonly DocumentBlock[]): Raw {
  return (
    <>{blocks.map((block) => (block.kind === 'facts' ? <Facts facts={block.facts} /> : blockHtml(block)))}</>
  )
}

function blockHtml(block: DocumentBlock): Child {
  const inside = { title: '', language: 'en-GB', direction: 'ltr', publisher: '', blocks: [block] } as const
  return documentHtml(inside, { without: 'head' })
}

function Facts({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}): Raw {
  return (
    <dl class="govuk-summary-list">
      {facts.map(({ name, value }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">
            <Linked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A page that is its document and nothing else. */
export function plainView(ground: ViewGround, blocks: readonly DocumentBlock[]): View {
  const document = pageDocument(ground, blocks)
  return {
    title: ground.title,
    content: <PageBody document={document} />,
    document,
    changedAt: ground.shown.shownAt,
  }
}

/** The title, what it says, and its date and version below. */
function PageBody({ document }: { readonly document: Document }): Raw {
  return (
    <>
      <h1>{document.title}</h1>
      {blocksHtml(document.blocks)}
      <p class="kept-below">{capitalised(headLines(document).slice(1).join(', '))}</p>
    </>
  )
}
