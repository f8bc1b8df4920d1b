import type { Day } from '#core/time/day.ts'
import { Fragment } from '#http/html/jsx-runtime'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { LearningAction } from '#store/learning/actions.ts'
import { codeInLine } from '../acts/field-words.ts'
import { dayText } from '../times.ts'

/** The actions, with who is who. */
export interface ActionsShown {
  readonly actions: readonly LearningAction[]
  readonly names: ReadonlyMap<string, string>
  readonly today: Day
  readonly mayWrite: boolean
}

/** What is done about it: what is still to do, the most overdue first, and then what was done. */
export function ActionList({ actions, names, today, mayWrite }: ActionsShown): Raw {
  const toDo = actions.filter(({ doneOn }) => doneOn === null)
  const done = actions.filter(({ doneOn }) => doneOn !== null)
  return (
    <>
      <h2 class="govuk-heading-m">What is being done about it</h2>
      {toDo.length === 0 && <p class="govuk-body">No action is open.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {toDo.map((action) => (
          <li>
            <Named action={action} />
            <span class="kept-below">
              {action.dueOn < today && (
                <>
                  <strong class="govuk-tag govuk-tag--red">Overdue</strong>{' '}
                </>
              )}
              {`${nameIn(names, action)}, by ${dayText(action.dueOn)}, about ${codeInLine(action.theme)}`}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <a class="govuk-button govuk-button--secondary" href={local`/learning/actions/new`} role="button">
          Add an action
        </a>
      )}
      <Done actions={done} />
    </>
  )
}

function Done({ actions }: { readonly actions: readonly LearningAction[] }): Raw {
  if (actions.length === 0) return <Fragment />
  return (
    <>
      <h2 class="govuk-heading-m">You said, we did</h2>
      <ul class="govuk-list govuk-list--spaced">
        {actions.map((action) => (
          <li>
            <Named action={action} />
            <span class="kept-below">{`Done ${dayText(action.doneOn ?? 0)}. ${standingOf(action)}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Named({ action }: { readonly action: LearningAction }): Raw {
  return (
    <a class="govuk-link" href={local`/learning/actions/${action.actionId}`}>
      {action.weDid ?? action.what}
    </a>
  )
}

function standingOf({ publishedAt, youSaid, weDid }: LearningAction): string {
  if (publishedAt !== null) return 'Customers can read it on the website.'
  return youSaid === null || weDid === null
    ? 'Not written for customers.'
    : 'Written for customers, not published.'
}

/** Who does it, where names may be read. */
export function nameIn(names: ReadonlyMap<string, string>, { ownerId }: LearningAction): string {
  return names.get(ownerId) ?? 'A member of staff'
}
