import { isLetterChannel } from '#core/letters/letter-acts.ts'
import { isRefused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { formatFile } from '#http/formats/format-file.ts'
import { letterDocument } from '#http/formats/letter-document.ts'
import { faultOf } from '#http/layout/fault.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { markPosted, withdrawLetter } from '#store/letters/end-letter.ts'
import { type LettersAsked, countWaiting, listLetters, readLetter } from '#store/letters/read-letters.ts'
import { namesOfCustomers, staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { keptLetterPage } from '../answering/letter-page.ts'
import { formNeeded } from './form-needed.ts'
import { LetterView, WithdrawForm } from './letter.tsx'
import { printLetters } from './print-letters.ts'
import { OutboxView } from './outbox.tsx'

/** What was sent: what waits, what is gone, and one letter with its page. */
export const outboxPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/outbox',
    who: 'cases.read',
    handle: async (asked) => outbox(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/outbox',
    who: 'words.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      if (textIn(fields, 'do') === 'print') {
        const bytes = await printLetters(asked, listIn(fields, 'letters'))
        if (isRefused(bytes)) return outbox(asked, [faultOf(bytes)], new Set(listIn(fields, 'letters')))
        return { file: { name: 'letters.pdf', type: 'application/pdf', bytes: Buffer.from(bytes) } }
      }
      const posted = await markPosted(store, visitor.acting, listIn(fields, 'letters'))
      if (!isRefused(posted)) return { goTo: local`/outbox?done=posted&count=${String(posted.posted)}` }
      return outbox(asked, [faultOf(posted)])
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/letters/:letterId',
    who: 'words.read',
    handle: async (asked) => letterPage(asked),
  }),
  pageRoute({
    method: 'GET',
    path: '/letters/:letterId/pdf',
    who: 'words.read',
    handle: async ({ store, visitor, params }) => {
      const letter = await readLetter(store, visitor.acting, params['letterId'] ?? '')
      if (isRefused(letter)) return letter
      if (letter.attachmentId === null)
        return refused('not found', 'this was not printed, so it has no page', 'read its words instead')
      return { goTo: local`/api/v1/attachments/${letter.attachmentId}` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/letters/:letterId/as/:format',
    who: 'words.read',
    handle: inForm,
  }),
  pageRoute({
    method: 'GET',
    path: '/letters/:letterId/withdraw',
    who: 'words.write',
    handle: async (asked) => withdrawPage(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/letters/:letterId/withdraw',
    who: 'words.write',
    handle: async (asked) => {
      const { store, visitor, params, fields } = asked
      const letterId = params['letterId'] ?? ''
      const done = await withdrawLetter(store, visitor.acting, { letterId, reason: textIn(fields, 'reason') })
      if (!isRefused(done)) return { goTo: local`/letters/${letterId}?done=withdrawn` }
      return done.because === 'not found' ? done : withdrawPage(asked, [faultOf(done)])
    },
  }),
]

type Faults = readonly ReturnType<typeof faultOf>[]

async function outbox(
  { store, visitor: { acting }, query, formToken }: PageAsked<Visitor>,
  faults: Faults = [],
  ticked: ReadonlySet<string> = new Set(),
) {
  const asked = lettersAsked(query)
  const found = await listLetters(store, acting, { ...asked, limit: pageLength + 1 })
  if (isRefused(found)) return found
  const waiting = await countWaiting(store, acting)
  if (isRefused(waiting)) return waiting
  const letters = found.slice(0, pageLength)
  const ids = letters.flatMap((each) => each.recipientId ?? each.customerId ?? [])
  const names = await namesOfCustomers(store, acting, { ids, why: '/outbox' })
  return {
    title: 'Outbox',
    content: (
      <OutboxView
        letters={letters}
        waiting={waiting}
        asked={asked}
        ticked={ticked}
        names={names}
        more={found.length > pageLength ? letters.at(-1) : undefined}
        mayMark={acting.may.has('words.write')}
        mayRead={acting.may.has('words.read')}
        now={store.now()}
        token={formToken}
      />
    ),
    wide: true,
    faults,
    notice: faults.length > 0 ? undefined : postedWords(query),
    ...(faults.length > 0 && { status: 422 }),
  }
}

const pageLength = 50

function lettersAsked(query: Fields): LettersAsked & Required<Pick<LettersAsked, 'state'>> {
  const channel = textIn(query, 'channel')
  const state = states.find((each) => each === textIn(query, 'state')) ?? 'waiting'
  const [at = '', letterId = ''] = textIn(query, 'after').split('.')
  const madeAt = Number(at)
  const isCursor = /^\d{1,15}$/.test(at) && madeAt <= latest
  return {
    state,
    ...(isLetterChannel(channel) && { channel }),
    ...(isCursor && { after: { madeAt, letterId } }),
  }
}

const states = ['waiting', 'failed', 'gone', 'withdrawn'] as const
const latest = 8_640_000_000_000_000

function postedWords(query: Fields): string | undefined {
  if (textIn(query, 'done') !== 'posted') return undefined
  return textIn(query, 'count') === '1' ? 'It is marked as posted.' : 'They are marked as posted.'
}

/** The letter in the form that its reader needs, made from its words as they were sent. Making one records nothing. */
async function inForm({ store, visitor, params, query }: PageAsked<Visitor>) {
  const letter = await readLetter(store, visitor.acting, params['letterId'] ?? '')
  if (isRefused(letter)) return letter
  if (letter.text === null)
    return refused('not found', 'its words were erased', 'look in the case for what is left')
  const document = letterDocument(keptLetterPage(letter, visitor.landlord.name))
  const file = { format: params['format'] ?? '', query, fileName: 'letter', isPrivate: true }
  return formatFile(document, file)
}

async function letterPage({ store, visitor: { acting }, params, query }: PageAsked<Visitor>) {
  const letter = await readLetter(store, acting, params['letterId'] ?? '')
  if (isRefused(letter)) return letter
  const staff = new Map((await staffOf(store, acting)).map(({ staffId, name }) => [`staff:${staffId}`, name]))
  return {
    // What it is about is words, and browsers keep titles.
    title: `Letter in ${letter.caseId}`,
    content: (
      <LetterView
        letter={letter}
        staff={staff}
        now={store.now()}
        mayWithdraw={acting.may.has('words.write')}
        needed={await formNeeded(store, acting, letter)}
      />
    ),
    back: { text: 'Back to the case', href: local`/cases/${letter.caseId}` },
    notice: notices[textIn(query, 'done')],
  }
}

const notices: Readonly<Record<string, string>> = {
  sent: 'It is recorded and waits in the outbox until it goes. This copy is kept.',
  withdrawn: 'It is taken back. What it did counts no more, and its promises run again.',
}

async function withdrawPage(
  { store, visitor: { acting }, params, formToken }: PageAsked<Visitor>,
  faults: Faults = [],
) {
  const letter = await readLetter(store, acting, params['letterId'] ?? '')
  if (isRefused(letter)) return letter
  return {
    title: 'Take it back',
    content: <WithdrawForm letter={letter} faults={faults} token={formToken} />,
    back: { text: 'Back to the letter', href: local`/letters/${letter.letterId}` },
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}
