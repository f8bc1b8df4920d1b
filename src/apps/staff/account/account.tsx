import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { SessionShown } from '#store/people/my-sessions.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { SessionWords } from './session-words.tsx'

interface AccountProps {
  readonly visitor: Visitor
  readonly sessions: readonly SessionShown[]
  readonly token: string
}

/** How somebody signs in, and where they are signed in now. */
export function Account({ visitor, sessions, token }: AccountProps): Raw {
  const others = sessions.filter(({ sessionId }) => sessionId !== visitor.sessionId)
  return (
    <>
      <h1>My account</h1>
      <SignInFacts visitor={visitor} token={token} />
      <h2>Where you are signed in</h2>
      <p>If you do not know one of these, end it and change your password.</p>
      <ul class="rows">
        {sessions.map((session) => (
          <li>
            <SessionWords session={session} />
            {session.sessionId === visitor.sessionId ? (
              <p>This one</p>
            ) : (
              <Form action={local`/account/end-session`} token={token}>
                <input type="hidden" name="session" value={session.sessionId} />
                <Button look="second" about={`of ${session.browser}`}>
                  End session
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Form action={local`/account/end-sessions`} token={token}>
          <Button look="second">End all but this one</Button>
        </Form>
      )}
    </>
  )
}

function SignInFacts({ visitor, token }: Omit<AccountProps, 'sessions'>): Raw {
  const { email, hasPassword, totpConfirmedAt, recoveryCodes } = visitor
  return (
    <>
      <dl class="summary-list">
        <div>
          <dt>E-mail address</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>Password</dt>
          <dd>
            {hasPassword ? (
              <a href={local`/account/password`}>Change it</a>
            ) : (
              'None: you come with your organisation’s account'
            )}
          </dd>
        </div>
        <div>
          <dt>Second factor</dt>
          <dd>
            {totpConfirmedAt === null ? (
              <a href={local`/set-up-second-factor`}>Set one up</a>
            ) : (
              'A code from your app'
            )}
          </dd>
        </div>
        {totpConfirmedAt !== null && (
          <div>
            <dt>Recovery codes</dt>
            <dd>{recoveryCodes === 1 ? '1 is left' : `${recoveryCodes} are left`}</dd>
          </div>
        )}
      </dl>
      {totpConfirmedAt !== null && (
        <Form action={local`/account/recovery-codes`} token={token}>
          <Button look="second">Make ten new recovery codes</Button>
        </Form>
      )}
    </>
  )
}
