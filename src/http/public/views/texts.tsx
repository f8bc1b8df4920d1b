import type { DocumentBlock } from '#core/documents/document.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { targetText } from '#core/promises/shown-figure.ts'
import { blocksOfText } from '#core/publishing/text-blocks.ts'
import { dayText } from '../../page/dates.ts'
import type { View } from '../document-pages.tsx'
import { plainView, type ViewGround } from './ground.tsx'

/** Every way to reach the landlord. */
export function contactView(ground: ViewGround): View {
  return plainView(ground, blocksOfText(ground.shown.texts['ways'] ?? '', 2))
}

/** How to complain, what the landlord promises about it, and who else can help. */
export function complaintsView(ground: ViewGround): View {
  const { how = '', stages = '', others = '' } = ground.shown.texts
  const about = ground.site.edition.pack.promises.filter(({ subject }) => subject === 'complaint')
  const times = about.filter(({ measure }) => measure === 'clock')
  const ways = about.filter(({ measure }) => measure === 'rule' || measure === 'check')
  return plainView(ground, [
    ...titled('How to tell us', blocksOfText(how)),
    ...titled('What happens then', blocksOfText(stages)),
    ...titled('By when you hear from us', listOf(times)),
    ...titled('What else you can count on', listOf(ways)),
    ...titled('Who else can help', blocksOfText(others)),
  ])
}

/** What the landlord asks of its customers: what its standards ask, and what else was written. */
export function responsibilitiesView(ground: ViewGround): View {
  const asked = ground.site.edition.pack.promises.filter(
    ({ subject }) => subject === 'customer responsibilities',
  )
  return plainView(ground, [...listOf(asked), ...blocksOfText(ground.shown.texts['more'] ?? '', 2)])
}

/** What is done on the estates. */
export function estateView(ground: ViewGround): View {
  const promised = ground.site.edition.pack.promises.filter(({ subject }) => subject === 'estate services')
  const lines = promised.map(({ promise }) => promise)
  return plainView(ground, [
    ...(lines.length > 0 ? [{ kind: 'paragraph', lines } as const] : []),
    ...blocksOfText(ground.shown.texts['statement'] ?? '', 2),
  ])
}

/** What became better because customers said something. */
export function improvementsView(ground: ViewGround): View {
  const { improvements, shown } = ground
  const introduction = blocksOfText(shown.texts['introduction'] ?? '', 2)
  const told = improvements.flatMap(({ youSaid, weDid, doneOn }): readonly DocumentBlock[] => [
    {
      kind: 'facts',
      facts: [
        { name: 'You said', value: youSaid },
        { name: 'We did', value: weDid },
        { name: 'When', value: dayText(doneOn) },
      ],
    },
  ])
  const nothing: DocumentBlock = { kind: 'paragraph', lines: ['Nothing has been written here yet.'] }
  const changedAt = Math.max(shown.shownAt ?? 0, ...improvements.map(({ publishedAt }) => publishedAt))
  return {
    ...plainView(ground, [...introduction, ...(told.length > 0 ? told : [nothing])]),
    changedAt: changedAt === 0 ? undefined : changedAt,
  }
}

/** A page with one text of its own. */
export function aboutView(ground: ViewGround): View {
  return plainView(ground, blocksOfText(ground.shown.texts['text'] ?? '', 2))
}

function titled(text: string, blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...blocks]
}

function listOf(promises: readonly PackPromise[]): readonly DocumentBlock[] {
  if (promises.length === 0) return []
  const items = promises.map((promise) =>
    promise.target === undefined ? promise.promise : `${promise.promise} Our target: ${targetText(promise)}.`,
  )
  return [{ kind: 'list', items }]
}
