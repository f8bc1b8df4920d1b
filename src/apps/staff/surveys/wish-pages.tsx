import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readSurveyWish, setSurveyWish, type SurveyWish } from '#store/surveys/wishes.ts'
import { dayText } from '../times.ts'

/** Whether one customer is asked in surveys, as they told us. */
export const wishPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/surveys/wishes/:customerId', who: 'customers.write', handle: wishPage }),
  pageRoute({ method: 'POST', path: '/surveys/wishes/:customerId', who: 'customers.write', handle: setWish }),
]

async function wishPage(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const customerId = params['customerId'] ?? ''
  const wish = await readSurveyWish(store, visitor.acting, customerId)
  if (isRefused(wish)) return wish
  return {
    title: 'Surveys and this customer',
    back: { text: 'The customer', href: local`/customers/${customerId}` },
    notice: textIn(query, 'done') === 'wish' ? 'It is noted.' : undefined,
    content: <WishForm customerId={customerId} wish={wish} token={formToken} />,
  }
}

async function setWish({
  store,
  visitor,
  params,
  fields,
}: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const customerId = params['customerId'] ?? ''
  const isAsked = textIn(fields, 'asked') === 'yes'
  const set = await setSurveyWish(store, visitor.acting, { customerId, isAsked })
  return isRefused(set) ? set : { goTo: local`/surveys/wishes/${customerId}?done=wish` }
}

function WishForm({
  customerId,
  wish: { isAsked, since },
  token,
}: {
  readonly customerId: string
  readonly wish: SurveyWish
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Surveys and this customer</h1>
      <p class="govuk-body">
        {isAsked
          ? 'They are asked in surveys like everybody else.'
          : `They asked not to be asked in surveys.${since === null ? '' : ` It holds since ${dayText(since)}.`}`}
      </p>
      <Form action={local`/surveys/wishes/${customerId}`} token={token}>
        <Button look="second" name="asked" value={isAsked ? 'no' : 'yes'}>
          {isAsked ? 'Do not ask them again' : 'They would like to be asked again'}
        </Button>
      </Form>
    </>
  )
}
