import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { OneSurveyProps } from './survey-props.ts'
import { many } from './words.ts'

/** What may be done for a survey: change it, open and close it, print letters, ring people, type in what came on paper. */
export function WorkOnSurvey(props: OneSurveyProps): Raw {
  const { survey, may } = props
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={local`/surveys/${survey.surveyId}/preview`}>
          Look at what people see
        </a>
        {may('surveys.write') && (
          <>
            {' · '}
            <a class="govuk-link" href={local`/surveys/${survey.surveyId}/change`}>
              Change the survey
            </a>
          </>
        )}
      </p>
      <div class="bar">
        {may('surveys.enter') && survey.state === 'open' && <Entering {...props} />}
        {may('surveys.write') && <OpenAndClose {...props} />}
      </div>
    </>
  )
}

function OpenAndClose({ survey: { surveyId, state, inviting, round }, token }: OneSurveyProps): Raw {
  return (
    <>
      <Form action={local`/surveys/${surveyId}/state`} token={token}>
        {state === 'open' ? (
          <Button look="second" name="state" value="closed">
            Close the survey
          </Button>
        ) : (
          <Button name="state" value="open">
            {state === 'draft' ? 'Open the survey' : 'Open it again'}
          </Button>
        )}
      </Form>
      {state === 'open' && inviting.after.length === 0 && (
        <a
          class={round === 0 ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
          role="button"
          href={local`/surveys/${surveyId}/round`}
        >
          {round === 0 ? 'Ask everybody' : `Ask everybody again, as round ${round + 1}`}
        </a>
      )}
    </>
  )
}

function Entering({ survey: { surveyId }, counts: { toPrint, toRing }, may, token }: OneSurveyProps): Raw {
  const reaches = may('customers.read')
  return (
    <>
      <a class="govuk-button govuk-button--secondary" role="button" href={local`/surveys/${surveyId}/enter`}>
        Type in a paper answer
      </a>
      {reaches && toRing > 0 && (
        <a class="govuk-button govuk-button--secondary" role="button" href={local`/surveys/${surveyId}/ring`}>
          {`Ring ${many(toRing, 'person', 'people')}`}
        </a>
      )}
      {reaches && toPrint > 0 && (
        <Form action={local`/surveys/${surveyId}/letters`} token={token}>
          <Button look="second">{`Print ${many(toPrint, 'letter')}`}</Button>
        </Form>
      )}
    </>
  )
}
