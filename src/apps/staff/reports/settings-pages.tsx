import { isRefused, type Refused } from '#core/refused.ts'
import { periodWords } from '#core/reporting/report-period.ts'
import { threeYearsIn } from '#core/reporting/report-years.ts'
import { monthNames, partsOf } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readReportYears, setReportSettings } from '#store/reports/settings.ts'
import { todayOf } from '../times.ts'

type Asked = PageAsked<Visitor>

/** When the landlord’s years of reports begin. */
export const settingsPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/reports/settings',
    who: 'reports.write',
    handle: (asked) => settingsShown(asked, []),
  }),
  pageRoute({
    method: 'POST',
    path: '/reports/settings',
    who: 'reports.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const set = await setReportSettings(store, visitor.acting, {
        yearBegins: Number(textIn(fields, 'yearBegins')),
        threeYearsFrom: Number(textIn(fields, 'threeYearsFrom')),
      })
      return isRefused(set) ? settingsShown(asked, [faultOf(set)]) : { goTo: local`/reports?done=settings` }
    },
  }),
]

async function settingsShown(asked: Asked, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, formToken } = asked
  const years = await readReportYears(store, visitor.acting)
  if (isRefused(years)) return years
  const { yearBegins, threeYearsFrom } = years
  const { year } = partsOf(todayOf(store.now()))
  // Which of three years it is decides it: 2024 says the same as 2027.
  const offered = [year - 2, year - 1, year]
  return {
    title: 'When our years of reports begin',
    back: { text: 'All reports', href: local`/reports` },
    content: (
      <>
        <h1 class="govuk-heading-l">When our years of reports begin</h1>
        <p class="govuk-body">What you choose holds for reports drafted from now on.</p>
        <Form action={local`/reports/settings`} token={formToken}>
          <Select
            name="yearBegins"
            label="Our year begins in"
            hint="For annual and half-yearly reports, and for our year so far."
            choices={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
            chosen={String(yearBegins)}
            faults={faults}
          />
          <Select
            name="threeYearsFrom"
            label="A three-yearly report covers"
            hint="And the three years after that, and so on."
            choices={offered.map((each) => ({
              value: String(each),
              label: periodWords(threeYearsIn(each, yearBegins)),
            }))}
            chosen={String(offered.find((each) => (each - threeYearsFrom) % 3 === 0))}
            faults={faults}
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}
