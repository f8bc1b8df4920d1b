import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { LearningAction } from '#store/learning/actions.ts'
import { codeWords } from '../acts/field-words.ts'
import { dayText, momentText } from '../times.ts'
import { nameIn } from './action-list.tsx'

interface ActionShown {
  readonly action: LearningAction
  readonly names: ReadonlyMap<string, string>
  readonly token: string
  readonly mayWrite: boolean
  readonly mayPublish: boolean
  readonly mayReadCases: boolean
}

/** One action: what is done, by whom and by when, what taught it, and what customers are told. */
export function ActionPage({ action, names, token, mayWrite, mayPublish, mayReadCases }: ActionShown): Raw {
  const { actionId, what, doneOn, publishedAt, youSaid, weDid } = action
  const isReady = doneOn !== null && youSaid !== null && weDid !== null
  return (
    <>
      <h1 class="govuk-heading-l">Action</h1>
      <p class="govuk-body-l">{what}</p>
      <dl class="govuk-summary-list">
        <Line name="About">{codeWords(action.theme)}</Line>
        <Line name="Who does it">{nameIn(names, action)}</Line>
        <Line name="Due">{dayText(action.dueOn)}</Line>
        <Line name="Done">{doneOn === null ? 'Not yet' : dayText(doneOn)}</Line>
        {mayReadCases && action.caseIds.length > 0 && (
          <Line name="What taught it">
            {action.caseIds.map((caseId, place) => (
              <>
                {place > 0 && ', '}
                <a class="govuk-link" href={local`/cases/${caseId}`}>
                  {caseId}
                </a>
              </>
            ))}
          </Line>
        )}
        <Line name="You said">{youSaid ?? 'Not written yet'}</Line>
        <Line name="We did">{weDid ?? 'Not written yet'}</Line>
        <Line name="Published">{publishedAt === null ? 'No' : momentText(publishedAt)}</Line>
      </dl>
      {mayWrite && publishedAt === null && (
        <p class="govuk-body">
          {doneOn === null && (
            <>
              <a class="govuk-link" href={local`/learning/actions/${actionId}/change`}>
                Change it
              </a>
              {' · '}
            </>
          )}
          <a class="govuk-link" href={local`/learning/actions/${actionId}/done`}>
            {doneOn === null ? 'Note that it is done' : 'Change what customers are told'}
          </a>
        </p>
      )}
      {mayPublish && publishedAt === null && isReady && (
        <Form action={local`/learning/actions/${actionId}/publish`} token={token}>
          <Button>Publish it</Button>
        </Form>
      )}
      {mayPublish && publishedAt !== null && (
        <Form action={local`/learning/actions/${actionId}/take-down`} token={token}>
          <Button>Take it down</Button>
        </Form>
      )}
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: Child }): Raw {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
