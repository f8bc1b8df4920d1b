import type { Raw } from '#http/html/raw.ts'
import type { Names } from '#store/case-page/names-in.ts'
import type { WordsRead } from '#store/words/read-words.ts'
import { codeWords } from '../acts/field-words.ts'
import { momentText } from '../times.ts'
import { actorWords } from './who-words.ts'

/** What was said or written, line by line as it was. */
export function WordsShown({
  words,
  names,
}: {
  readonly words: readonly WordsRead[]
  readonly names: Names
}): Raw {
  return (
    <>
      {words.map((each) =>
        each.text === null ? (
          <p class="kept-told">{erasedWords(each, names)}</p>
        ) : (
          <figure class="kept-words">
            <figcaption class="govuk-visually-hidden">{codeWords(each.kind)}</figcaption>
            {each.text.split(/\n{2,}/).map((paragraph) => (
              <p>
                {paragraph.split('\n').map((line, place) => (
                  <>
                    {place > 0 && <br />}
                    {line}
                  </>
                ))}
              </p>
            ))}
          </figure>
        ),
      )}
    </>
  )
}

function erasedWords({ kind, erasedAt, erasedBy, erasedWhy }: WordsRead, names: Names): string {
  const when = erasedAt === null ? '' : ` on ${momentText(erasedAt)}`
  const by = erasedBy === null ? '' : ` by ${actorWords(erasedBy, names)}`
  return `${codeWords(kind)} erased${when}${by}${erasedWhy === null ? '' : `: ${erasedWhy}`}.`
}
