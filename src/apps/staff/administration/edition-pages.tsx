import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { activateTerms, type TermsChange } from '#store/terms/activate.ts'
import { previewTerms } from '#store/terms/bring-to-terms.ts'
import { dropTermsDraft, keepTermsDraft, listTermsDrafts, readTermsDraft } from '#store/terms/drafts.ts'
import { checkedPack } from '#store/terms/edition-checks.ts'
import { listEditions, readEdition } from '#store/terms/read-terms.ts'
import { Draft } from './draft.tsx'
import { Editions, packLine } from './editions.tsx'

type Asked = PageAsked<Visitor>

/** Editions of the pack and bank holidays: handed in, checked, looked at and activated. */
export const editionPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/administration/editions',
    who: 'editions.read',
    handle: (asked) => all(asked, []),
  }),
  pageRoute({
    method: 'GET',
    path: '/administration/editions/:edition/pack',
    who: 'editions.read',
    handle: async ({ store, visitor, params }) => {
      const pack = await readEdition(store, visitor.acting, params['edition'] ?? '')
      if (isRefused(pack)) return pack
      const title = `Edition ${params['edition']}`
      return {
        title,
        wide: true,
        back: { href: local`/administration/editions`, text: 'All editions' },
        content: (
          <>
            <h1 class="govuk-heading-l">{title}</h1>
            <pre class="kept-pack" tabindex={0} role="region" aria-label="The pack, word for word">
              {pack}
            </pre>
          </>
        ),
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/administration/drafts',
    who: 'editions.activate',
    takesFiles: true,
    handle: async (asked) => {
      const change = changeIn(asked)
      if (isRefused(change)) return all(asked, [faultOf(change)])
      const kept = await keepTermsDraft(asked.store, asked.visitor.acting, change)
      if (isRefused(kept)) return all(asked, linesOf(kept))
      return { goTo: local`/administration/drafts/${kept.draftId}` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/administration/drafts/:draftId',
    who: 'editions.activate',
    handle: (asked) => draftPage(asked, '', []),
  }),
  pageRoute({
    method: 'POST',
    path: '/administration/drafts/:draftId/activate',
    who: 'editions.activate',
    handle: activate,
  }),
  pageRoute({
    method: 'POST',
    path: '/administration/drafts/:draftId/drop',
    who: 'editions.activate',
    handle: async ({ store, visitor, params }) => {
      const dropped = await dropTermsDraft(store, visitor.acting, params['draftId'] ?? '')
      return isRefused(dropped) ? dropped : { goTo: local`/administration/editions?done=dropped` }
    },
  }),
]

const notices: Readonly<Record<string, string>> = {
  dropped: 'The draft is thrown away.',
  activated: 'It is activated. Open cases follow in the background.',
}

async function all(asked: Asked, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, query, formToken } = asked
  const editions = await listEditions(store, visitor.acting)
  if (isRefused(editions)) return editions
  const mayActivate = visitor.acting.may.has('editions.activate')
  const drafts = mayActivate ? await listTermsDrafts(store, visitor.acting) : undefined
  if (isRefused(drafts)) return drafts
  return {
    title: 'Editions of the standards',
    back: { href: local`/administration`, text: 'Administration' },
    content: <Editions editions={editions} drafts={drafts} token={formToken} />,
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** What was handed in: one file, a pack or bank holidays. */
function changeIn({ files }: Asked): TermsChange | Refused {
  const file = files?.find(({ bytes }) => bytes.length > 0)
  if (file === undefined)
    return refused('not valid', 'no file was chosen', 'choose one, and check it again', '/pack')
  const text = file.bytes.toString('utf8')
  if (file.name === 'pack') return { pack: text }
  try {
    return { holidays: JSON.parse(text) as unknown }
  } catch {
    return refused('not valid', 'this file is not JSON', 'take the file as GOV.UK publishes it', '/holidays')
  }
}

/** Every fault of a pack on a line of its own. */
function linesOf(refusal: Refused): readonly Fault[] {
  const [first = '', ...others] = refusal.refusal.split('\n')
  if (others.length === 0) return [faultOf(refusal)]
  return [{ says: first, field: 'pack' }, ...others.map((says) => ({ says, field: 'pack' }))]
}

async function draftPage(asked: Asked, why: string, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const draft = await readTermsDraft(store, visitor.acting, params['draftId'] ?? '')
  if (isRefused(draft)) return draft
  const pack = draft.pack === null ? undefined : checkedPack(draft.pack, store.vocabulary)
  if (isRefused(pack)) return pack
  const wanted = textIn(query, 'preview') === 'yes'
  const preview = wanted ? await previewTerms(store, visitor.acting, changeOf(draft)) : undefined
  if (isRefused(preview)) return preview
  const says = pack === undefined ? 'Bank holidays in the format of GOV.UK.' : packLine(pack)
  const shown = { draftId: draft.draftId, says, preview, why, faults, token: formToken }
  return {
    title: 'Before you activate it',
    wide: true,
    back: { href: local`/administration/editions`, text: 'All editions' },
    content: <Draft {...shown} />,
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function activate(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const draftId = params['draftId'] ?? ''
  const why = textIn(fields, 'why')
  if (why === '') return draftPage(asked, why, [{ field: 'why', says: 'Say why, in a sentence.' }])
  const draft = await readTermsDraft(store, visitor.acting, draftId)
  if (isRefused(draft)) return draft
  const done = await activateTerms(store, visitor.acting, { ...changeOf(draft), why: why.slice(0, 500) })
  if (isRefused(done)) return draftPage(asked, why, [faultOf(done)])
  const dropped = await dropTermsDraft(store, visitor.acting, draftId)
  if (isRefused(dropped) && dropped.because !== 'not found') return dropped
  return { goTo: local`/administration/editions?done=activated` }
}

function changeOf({
  pack,
  holidays,
}: {
  readonly pack: string | null
  readonly holidays: unknown
}): TermsChange {
  return pack === null ? { holidays } : { pack }
}
