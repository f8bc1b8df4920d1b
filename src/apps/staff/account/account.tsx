import { govuk } from '#http/govuk/index.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
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
              govuk.tag({ text: 'This one', classes: 'govuk-tag--grey' })
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
      <SummaryList
        rows={[
          ['E-mail address', email],
          ['Password', passwordWords(hasPassword)],
          ['Second factor', secondFactorWords(totpConfirmedAt !== null)],
          totpConfirmedAt === null
            ? undefined
            : ['Recovery codes', recoveryCodes === 1 ? '1 is left' : `${recoveryCodes} are left`],
        ]}
      />
      {totpConfirmedAt !== null && (
        <Form action={local`/account/recovery-codes`} token={token}>
          <Button look="second">Make ten new recovery codes</Button>
        </Form>
      )}
    </>
  )
}

function passwordWords(hasPassword: boolean): Child {
  if (!hasPassword) return 'None: you come with your organisation’s account'
  return <a href={local`/account/password`}>Change it</a>
}

function secondFactorWords(isSetUp: boolean): Child {
  if (isSetUp) return 'A code from your app'
  return <a href={local`/set-up-second-factor`}>Set one up</a>
}
