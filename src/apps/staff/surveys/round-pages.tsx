import { isRefused, type Refused } from '#core/refused.ts'
import { askingHours } from '#core/surveys/asking-hours.ts'
import type { InvitingChannel } from '#core/surveys/reach.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { askEverybody } from '#store/surveys/save-survey.ts'
import { type WhoToAsk, whoToAsk } from '#store/surveys/who-to-ask.ts'
import { many, whyWords } from './words.ts'

type Asked = PageAsked<Visitor>

/** Beginning a round: first what that would do, then doing it. */
export const roundPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/surveys/:surveyId/round', who: 'surveys.write', handle: beforeRound }),
  pageRoute({ method: 'POST', path: '/surveys/:surveyId/round', who: 'surveys.write', handle: beginRound }),
]

async function beforeRound({ store, visitor, params, formToken }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const who = await whoToAsk(store, visitor.acting, surveyId)
  if (isRefused(who)) return who
  const { name } = who.survey
  return {
    title: titleOf(who),
    back: { text: name, href: local`/surveys/${surveyId}` },
    content: <BeforeRound who={who} token={formToken} />,
  }
}

async function beginRound({ store, visitor, params, fields }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const meant = Number(textIn(fields, 'round') || Number.NaN)
  const begun = await askEverybody(store, visitor.acting, surveyId, meant)
  return isRefused(begun) ? begun : { goTo: local`/surveys/${surveyId}?done=round` }
}

function titleOf({ asked, more }: WhoToAsk): string {
  if (sum(asked) === 0) return 'Nobody can be asked now'
  return `Ask ${more ? 'more than ' : ''}${many(sum(asked), 'person', 'people')}?`
}

function BeforeRound({ who, token }: { readonly who: WhoToAsk; readonly token: string }): Raw {
  const { survey, round, asked, notAsked, more } = who
  const { surveyId, name } = survey
  const total = sum(asked)
  return (
    <>
      <span class="govuk-caption-l">{`${name}: round ${round}`}</span>
      <h1 class="govuk-heading-l">{titleOf(who)}</h1>
      {total === 0 && <p class="govuk-body">There is no round to begin.</p>}
      <Counts lines={ways.flatMap(([way, says]) => lineOf(asked.get(way), says))} />
      <p class="govuk-body">
        {notAsked.size === 0
          ? reachedWords(total)
          : `${many(sum(notAsked), 'person', 'people')} will not be asked:`}
      </p>
      <Counts
        lines={[...notAsked].flatMap(([why, count]) => lineOf(count, whyNot[why] ?? whyWords[why] ?? why))}
      />
      {more && <p class="govuk-body">There are so many people that not all were counted.</p>}
      {total > 0 && (
        <>
          <p class="govuk-body">
            {`E-mails go ${askingHours}. Once they have gone, nobody can call them back.`}
          </p>
          <Form action={local`/surveys/${surveyId}/round`} token={token}>
            <input type="hidden" name="round" value={String(round)} />
            <div class="govuk-button-group">
              <Button>{`Ask ${more ? 'them all' : many(total, 'person', 'people')}`}</Button>
              <a class="govuk-link" href={local`/surveys/${surveyId}`}>
                Do not ask them now
              </a>
            </div>
          </Form>
        </>
      )}
    </>
  )
}

function reachedWords(total: number): string {
  return total === 0 ? 'It draws nobody of those with a tenancy now.' : 'Everybody can be reached.'
}

function Counts({ lines }: { readonly lines: readonly string[] }): Raw {
  if (lines.length === 0) return <></>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function lineOf(count: number | undefined, says: string): readonly string[] {
  return count === undefined ? [] : [`${count.toLocaleString('en-GB')} ${says}`]
}

const ways: readonly (readonly [InvitingChannel, string])[] = [
  ['e-mail', 'by e-mail'],
  ['letter', 'by letters, which staff print'],
  ['telephone', 'by telephone, rung by staff'],
]

/** Where it is not as for those who are asked after something happened. */
const whyNot: Readonly<Record<string, string>> = { 'nobody-known': 'are no longer in our records' }

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0)
}
