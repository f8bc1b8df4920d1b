import type { Asking } from '#core/surveys/survey.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Checkbox, Field, Form } from '#http/layout/form.tsx'
import { SurveyQuestions } from '#http/surveys/questions.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { ToRing } from '#store/surveys/ring.ts'
import { dayText } from '../times.ts'

interface EnterProps {
  readonly title: string
  readonly says: string
  readonly action: Url
  readonly token: string
  readonly asking: Asking
  readonly edition: number
  readonly typed: (name: string) => string
  readonly faults: readonly Fault[]
  /** The code on the paper; nobody rung has one. */
  readonly asksForCode: boolean
  readonly children?: Child
}

/** What came on paper or was said on the telephone, to be typed in. */
export function EnterAnswers(props: EnterProps): Raw {
  const { title, says, action, token, asking, edition, typed, faults, asksForCode, children } = props
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{says}</p>
      <Form action={action} token={token}>
        <input type="hidden" name="edition" value={String(edition)} />
        {asksForCode && (
          <Field
            name="code"
            label="The code on the paper"
            hint="16 letters and digits. Each can be typed in once."
            value={typed('code')}
            faults={faults}
            autocomplete="off"
          />
        )}
        <SurveyQuestions asking={asking} typed={typed} faults={faults} />
        <Checkbox
          name="no-more"
          label="They would rather not be asked again, in any survey"
          checked={typed('no-more') === 'yes'}
        />
        <Button>Keep the answers</Button>
      </Form>
      {children}
    </>
  )
}

/** Whom to ring for a survey. */
export function RingList({
  name,
  surveyId,
  people,
}: {
  readonly name: string
  readonly surveyId: string
  readonly people: readonly ToRing[]
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Whom to ring</h1>
      <p class="govuk-body">{`They would rather be rung than written to. Ask them the questions of “${name}”, and type in what they say.`}</p>
      {people.length === 0 ? (
        <p class="govuk-body">Nobody is to be rung.</p>
      ) : (
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">Whom to ring</caption>
          <TableHead columns={['Name', 'Number', 'Waiting since']} />
          <tbody class="govuk-table__body">
            {people.map((each) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={local`/surveys/${surveyId}/ring/${each.invitationId}`}>
                    {each.name}
                  </a>
                </th>
                <td class="govuk-table__cell">{each.telephone}</td>
                <td class="govuk-table__cell">{dayText(each.since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** Instead of answers: nobody was there, they did not want to, or they want never to be asked. */
export function RingEnded({ action, token }: { readonly action: Url; readonly token: string }): Raw {
  return (
    <section aria-labelledby="no-answers">
      <h2 class="govuk-heading-m" id="no-answers">
        They gave no answers
      </h2>
      <Form action={action} token={token}>
        <div class="bar">
          <Button look="second" name="how" value="declined">
            They would rather not this time
          </Button>
          <Button look="second" name="how" value="not-reached">
            I could not reach them
          </Button>
          <Button look="second" name="how" value="no-more">
            They asked never to be asked
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** What people wrote in their own words. */
export function CommentsView({
  name,
  comments,
  textOf,
  next,
}: {
  readonly name: string
  readonly comments: readonly { readonly question: string; readonly text: string }[]
  readonly textOf: (question: string) => string
  readonly next: Url | undefined
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">What people wrote</h1>
      <p class="govuk-body">{`In answer to “${name}”, in no order. That you read it is written down.`}</p>
      {comments.length === 0 && <p class="govuk-body">Nobody wrote anything so far.</p>}
      {comments.map(({ question, text }) => (
        <figure class="kept-comment">
          <blockquote class="govuk-inset-text">
            {text.split('\n').map((line) => (
              <p class="govuk-body">{line}</p>
            ))}
          </blockquote>
          <figcaption class="govuk-body kept-quiet">{textOf(question)}</figcaption>
        </figure>
      ))}
      {next !== undefined && (
        <a class="govuk-link" href={next}>
          Read more
        </a>
      )}
    </>
  )
}
