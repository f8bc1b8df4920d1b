import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { SheetRead } from '#store/observations/read-sheet.ts'
import { momentText } from '../times.ts'
import { AboutSheet } from './about-sheet.tsx'
import { answerWords } from './words.ts'

/** A sheet as it was sent, or as it was put right since. */
export function SheetSentView({ found }: { readonly found: SheetRead }): Raw {
  const { sheet, programme, sent } = found
  return (
    <>
      <span class="govuk-caption-l">{programme.name}</span>
      <h1 class="govuk-heading-l">{`Sheet ${sheet.n}`}</h1>
      <AboutSheet found={found} />
      <h2 class="govuk-heading-m">{sheet.sentAt === null ? 'Sent' : `Sent ${momentText(sheet.sentAt)}`}</h2>
      <SummaryList
        rows={[
          ...programme.items.map(({ item, says }): readonly [string, string] => {
            const answer = sent?.answers.get(item)
            return [says, answer === undefined ? 'left blank' : answerWords[answer]]
          }),
          sent?.at === undefined ? undefined : ['When it was', momentText(sent.at)],
          ...(sent?.notes ?? []).map((note): readonly [string, string] => ['Note', note]),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={local`/observations/sheets/${sheet.sheetId}/correct`}>
          Put it right
        </a>
      </p>
    </>
  )
}
