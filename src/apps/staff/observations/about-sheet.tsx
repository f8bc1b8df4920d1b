import { capitalised } from '#core/capitalised.ts'
import type { Raw } from '#http/html/raw.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { SheetRead } from '#store/observations/read-sheet.ts'
import { dayText, momentText } from '../times.ts'
import { eventWords, kindWords } from '../today/words.ts'
import { instrumentWords, sheetPlaceWords } from './words.ts'

/** What is to be observed: how, where, by when; and of a case what happened in it, and what we wrote. */
export function AboutSheet({ found }: { readonly found: SheetRead }): Raw {
  const { sheet, programme, about } = found
  const place = sheetPlaceWords(sheet)
  return (
    <>
      <SummaryList
        rows={[
          ['How', instrumentWords(programme)],
          place === undefined ? undefined : ['Where', place],
          sheet.dueOn === null ? undefined : ['To be done by', dayText(sheet.dueOn)],
          about === undefined ? undefined : [capitalised(kindWords(about.kind)), about.caseId],
          about === undefined
            ? undefined
            : [
                'What happened',
                <ul class="govuk-list">
                  {about.happened.map(({ type, at }) => (
                    <li>{`${momentText(at)}: ${eventWords(type)}`}</li>
                  ))}
                </ul>,
              ],
        ]}
      />
      {about !== undefined && about.letters.length > 0 && <Letters letters={about.letters} />}
    </>
  )
}

function Letters({ letters }: { readonly letters: NonNullable<SheetRead['about']>['letters'] }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">What we wrote</h2>
      <p class="govuk-body">
        Names, addresses and numbers were blacked out by a program. If you can tell all the same who it is, do
        not judge it, and tell whoever gave it to you.
      </p>
      {letters.map(({ channel, madeAt, text }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body govuk-!-font-weight-bold">{`${capitalised(channel)}, ${momentText(madeAt)}`}</p>
          {text.split(/\n{2,}/).map((paragraph) => (
            <p class="govuk-body">{paragraph}</p>
          ))}
        </div>
      ))}
    </>
  )
}
