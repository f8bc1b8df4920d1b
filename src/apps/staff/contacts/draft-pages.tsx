import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { dropDraft, keepDraft, listDrafts } from '#store/contacts/drafts.ts'
import { Drafts } from './drafts.tsx'
import { isWorthKeeping, toKeep, typedFrom } from './typed.ts'

/** Drafts: kept as they are typed, listed, thrown away. */
export const draftPages: readonly PageRoute[] = [
  pageRoute({
    method: 'POST',
    path: '/contacts/drafts/keep',
    who: 'cases.write',
    handle: async ({ store, visitor, fields }) => {
      const typed = typedFrom(fields)
      const draft = { draftId: typed.draft, fields: toKeep(typed) }
      const kept = isWorthKeeping(typed) ? await keepDraft(store, visitor.acting, draft) : draft
      if (isRefused(kept)) return kept
      return { title: 'Draft kept', content: <h1 class="govuk-heading-l">Draft kept</h1> }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/contacts/drafts',
    who: 'cases.write',
    handle: async ({ store, visitor, formToken, query }) => {
      const drafts = await listDrafts(store, visitor.acting)
      if (isRefused(drafts)) return drafts
      return {
        title: 'My drafts',
        content: <Drafts drafts={drafts} now={store.now()} token={formToken} />,
        notice: textIn(query, 'done') === 'dropped' ? 'The draft is thrown away.' : undefined,
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/contacts/drafts/drop',
    who: 'cases.write',
    handle: async ({ store, visitor, fields }) => {
      const dropped = await dropDraft(store, visitor.acting, textIn(fields, 'draft'))
      return isRefused(dropped) ? dropped : { goTo: local`/contacts/drafts?done=dropped` }
    },
  }),
]
