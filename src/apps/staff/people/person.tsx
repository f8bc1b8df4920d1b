import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { ContractorNamed } from '#store/people/contractors.ts'
import type { PersonInFull } from '#store/people/people.ts'
import { SessionWords } from '../account/session-words.tsx'
import { momentText } from '../times.ts'
import { SignInTag } from './list.tsx'
import { RoleChoices } from './role-choices.tsx'

interface PersonProps {
  readonly person: PersonInFull
  readonly roles: readonly string[]
  readonly contractorId: string
  readonly contractors: readonly ContractorNamed[]
  readonly faults: readonly Fault[]
  readonly token: string
  readonly isSelf: boolean
}

/** All an administrator may see of one person’s sign-in, and change. */
export function Person(props: PersonProps): Raw {
  const { person, token } = props
  return (
    <>
      <h1>{person.name}</h1>
      <SignInFacts person={person} />
      <div class="bar">
        <Acts {...props} />
      </div>
      <h2>Roles</h2>
      <Form action={local`/people/${person.staffId}/roles`} token={token}>
        <RoleChoices
          chosen={props.roles}
          contractorId={props.contractorId}
          contractors={props.contractors}
          faults={props.faults}
        />
        <Button>Change roles</Button>
      </Form>
      <Sessions person={person} token={token} />
    </>
  )
}

function SignInFacts({ person }: { readonly person: PersonInFull }): Raw {
  const { email, signedInAt, hasSecondFactor, lockedUntil, comesByOpenid } = person
  return (
    <SummaryList
      rows={[
        ['Sign-in', <SignInTag person={person} />],
        ['E-mail address', email ?? 'Not known'],
        ['Last signed in', signedInAt === null ? 'Never' : momentText(signedInAt)],
        ['Second factor', hasSecondFactor ? 'A code from their app' : 'None'],
        comesByOpenid ? ['Organisation’s account', 'Used before'] : undefined,
        lockedUntil === undefined
          ? undefined
          : ['Locked', `After too many wrong tries, until ${momentText(lockedUntil)}`],
      ]}
    />
  )
}

function Acts({ person, token, isSelf }: PersonProps): Raw {
  const { staffId, active, hasSignIn, hasSecondFactor, lockedUntil } = person
  return (
    <>
      {active && (
        <Form action={local`/people/${staffId}/invite`} token={token}>
          <Button look="second">{hasSignIn ? 'Send another invitation' : 'Let them sign in'}</Button>
        </Form>
      )}
      {lockedUntil !== undefined && (
        <Form action={local`/people/${staffId}/unlock`} token={token}>
          <Button look="second">Unlock</Button>
        </Form>
      )}
      {hasSecondFactor && (
        <Form action={local`/people/${staffId}/take-second-factor-away`} token={token}>
          <Button look="second">Take second factor away</Button>
        </Form>
      )}
      {!active && (
        <Form action={local`/people/${staffId}/let-in`} token={token}>
          <Button look="second">Let them in again</Button>
        </Form>
      )}
      {active && !isSelf && (
        <Form action={local`/people/${staffId}/stop`} token={token}>
          <Button look="warning">Stop them from signing in</Button>
        </Form>
      )}
    </>
  )
}

function Sessions({ person, token }: Pick<PersonProps, 'person' | 'token'>): Raw {
  const action = local`/people/${person.staffId}/end-sessions`
  if (person.sessions.length === 0)
    return (
      <>
        <h2>Sessions</h2>
        <p>They are not signed in anywhere.</p>
      </>
    )
  return (
    <>
      <h2>Sessions</h2>
      <ul class="rows">
        {person.sessions.map((session) => (
          <li>
            <SessionWords session={session} />
            <Form action={action} token={token}>
              <input type="hidden" name="session" value={session.sessionId} />
              <Button look="second" about={`of ${session.browser}`}>
                End session
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={action} token={token}>
        <Button look="second">End all sessions</Button>
      </Form>
    </>
  )
}
