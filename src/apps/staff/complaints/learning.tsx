import { isRefused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { pageRoute } from '#http/layout/page-route.ts'
import { type Lesson, listLessons } from '#store/casework/lessons.ts'
import { readWords } from '#store/words/read-words.ts'
import { codeWords } from '../acts/field-words.ts'
import { momentText } from '../times.ts'

/** What complaints of the last twelve months taught, and what was done about it. */
export const learningPage = pageRoute({
  method: 'GET',
  path: '/complaints/learning',
  who: 'cases.read',
  handle: async ({ store, visitor: { acting } }) => {
    const lessons = await listLessons(store, acting, { since: store.now() - 365 * utcDay })
    if (isRefused(lessons)) return lessons
    const ids = lessons.flatMap(({ wordsIds }) => wordsIds).slice(0, 200)
    const words =
      ids.length === 0 ? [] : await readWords(store, acting, { ids, why: 'what complaints taught' })
    const texts = new Map(isRefused(words) ? [] : words.map(({ wordsId, text }) => [wordsId, text ?? '']))
    return {
      title: 'What complaints taught us',
      back: { href: local`/complaints`, text: 'Complaints' },
      content: <Learning lessons={lessons} texts={texts} />,
    }
  },
})

function Learning({
  lessons,
  texts,
}: {
  readonly lessons: readonly Lesson[]
  readonly texts: ReadonlyMap<string, string>
}): Raw {
  const groups = [...Map.groupBy(lessons, ({ lesson }) => lesson)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return (
    <>
      <h1 class="govuk-heading-l">What complaints taught us</h1>
      <p class="govuk-body">Of the last 12 months, the lesson that came most often first.</p>
      {groups.length === 0 && (
        <p class="govuk-body">
          Nothing has been noted yet. Record what you learnt on the page of a complaint.
        </p>
      )}
      {groups.map(([lesson, of]) => (
        <section>
          <h2 class="govuk-heading-m">{`${codeWords(lesson)} (${of.length})`}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {of.map(({ caseId, at, wordsIds }) => (
              <li>
                <a class="govuk-link" href={local`/complaints/${caseId}`}>
                  {caseId}
                </a>
                {`, ${momentText(at)}`}
                {wordsIds.map((id) => (texts.has(id) ? `: ${texts.get(id)}` : ''))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
