import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { mySheets } from '#store/observations/list-sheets.ts'
import type { SheetOfProgramme } from '#store/observations/sheet-rows.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { dayText, momentText, shortDay, todayOf } from '../times.ts'
import { instrumentWords, sheetPlaceWords } from './words.ts'

/** The sheets given to whoever looks: what is still to be done, the soonest due first, and what was sent. */
export async function minePage(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const mine = await mySheets(store, visitor.acting)
  if (isRefused(mine)) return mine
  return {
    title: 'Your observations',
    notice: notices[textIn(query, 'done')],
    content: (
      <>
        <PerformancePlaces asked={asked} current="/observations" />
        <h1 class="govuk-heading-l">Your observations</h1>
        {mine.toDo.length === 0 ? (
          <p class="govuk-body">Nothing is waiting for you.</p>
        ) : (
          <ToDo sheets={mine.toDo} today={todayOf(store.now())} />
        )}
        {mine.sent.length > 0 && <Sent sheets={mine.sent} />}
      </>
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  sent: 'It is sent. Thank you.',
  saved: 'It is kept. Send it when you have filled it in.',
  corrected: 'It is put right. What you sent first stays on record.',
}

function ToDo({ sheets, today }: { readonly sheets: readonly SheetOfProgramme[]; readonly today: Day }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">{`To do (${sheets.length})`}</h2>
      <dl class="govuk-summary-list">
        {sheets.map((each) => (
          <Line of={each}>
            {each.sheet.dueOn === null ? '' : dueWords(each.sheet.dueOn, today)}
            {each.sheet.isBegun && <span class="kept-below">Begun</span>}
          </Line>
        ))}
      </dl>
    </>
  )
}

function Sent({ sheets }: { readonly sheets: readonly SheetOfProgramme[] }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Sent</h2>
      <dl class="govuk-summary-list">
        {sheets.map((each) => (
          <Line of={each}>{each.sheet.sentAt === null ? '' : momentText(each.sheet.sentAt)}</Line>
        ))}
      </dl>
    </>
  )
}

function Line({
  of: { sheet, programme },
  children,
}: {
  readonly of: SheetOfProgramme
  readonly children: Child
}): Raw {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">
        <a class="govuk-link" href={local`/observations/sheets/${sheet.sheetId}`}>
          {`${programme.name}, sheet ${sheet.n}`}
        </a>
        <span class="kept-below govuk-!-font-weight-regular">
          {[instrumentWords(programme), sheetPlaceWords(sheet)]
            .filter((each) => each !== undefined)
            .join(', ')}
        </span>
      </dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  )
}

function dueWords(due: Day, today: Day): string {
  return due < today ? `Overdue since ${dayText(due)}` : `Due ${shortDay(due, today)}`
}
