import { timingSafeEqual } from 'node:crypto'
import { systemActing } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { textIn } from '#http/layout/fields.ts'
import { local } from '#http/html/local.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import type { SecretBox } from '#store/people/secret-box.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { keepDraft } from '#store/contacts/drafts.ts'
import { isWorthKeeping, toKeep, type Typed } from './typed.ts'

/**
 * Whose page it is, in a form that only we can make: with it what was typed can still be put among their own drafts after
 * they were signed out. It opens nothing, and reads nothing.
 */
export function keeperOf({
  door,
  visitor: { acting },
}: Pick<PageAsked<Visitor>, 'door' | 'visitor'>): string {
  const whose = `${acting.landlord}.${acting.staffId}`
  return `${whose}.${markOf(door.box, whose)}`
}

/** Keeps what was typed for whoever typed it, and leads them by way of signing in back to it. */
export async function keptForLater(
  { store, door, fields }: Pick<PageAsked<unknown>, 'store' | 'door' | 'fields'>,
  typed: Typed,
): Promise<PageAnswer> {
  const whose = keeperIn(textIn(fields, 'keeper'), door.box)
  if (whose === undefined || !isWorthKeeping(typed)) return { goTo: local`/sign-in?next=/contacts/new` }
  const acting = { ...systemActing(whose.landlord, `staff:${whose.staffId}`), staffId: whose.staffId }
  const kept = await keepDraft(store, acting, { draftId: typed.draft, fields: toKeep(typed) })
  if (isRefused(kept)) return { goTo: local`/sign-in?next=/contacts/new` }
  return { goTo: local`/sign-in?next=${`/contacts/new?draft=${typed.draft}`}` }
}

interface Keeper {
  readonly landlord: number
  readonly staffId: string
}

function keeperIn(text: string, box: SecretBox): Keeper | undefined {
  const [, whose = '', landlord = '', staffId = '', mark = ''] =
    /^((\d{1,9})\.(.{1,200}))\.([\w-]{43})$/.exec(text) ?? []
  if (whose === '') return undefined
  const right = Buffer.from(markOf(box, whose))
  const given = Buffer.from(mark)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return { landlord: Number(landlord), staffId }
}

function markOf(box: SecretBox, whose: string): string {
  return box.mark(whose, 'contact keeper').toString('base64url')
}
