import { isRefused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { asTyped, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import { type PageAnswer, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { stepOf } from '#http/layout/steps.ts'
import { endMySessions, listMySessions } from '#store/people/my-sessions.ts'
import { changePassword } from '#store/people/reset.ts'
import { renewRecoveryCodes } from '#store/people/second-factor.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'
import { Account } from './account.tsx'
import { NewPassword } from './new-password.tsx'
import { twiceFault } from './twice.ts'

const changing = 'Change your password'

/** One’s own account: sessions, password, recovery codes. */
export const accountPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/account',
    who: 'signed in',
    handle: async ({ store, visitor, query, formToken }) => {
      const sessions = await listMySessions(store, visitor.acting)
      if (isRefused(sessions)) return sessions
      return {
        title: 'My account',
        notice: notices[textIn(query, 'done')],
        content: <Account visitor={visitor} sessions={sessions} token={formToken} />,
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/end-session',
    who: 'signed in',
    handle: async ({ store, visitor, fields }) => {
      const ended = await endMySessions(store, visitor.acting, { sessionId: textIn(fields, 'session') })
      return isRefused(ended) ? ended : { goTo: local`/account?done=session` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/end-sessions',
    who: 'signed in',
    handle: async ({ store, visitor }) => {
      const ended = await endMySessions(store, visitor.acting, { allBut: visitor.sessionId })
      return isRefused(ended) ? ended : { goTo: local`/account?done=sessions` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    who: 'signed in',
    handle: async ({ store, door, visitor }) => {
      const codes = await renewRecoveryCodes(store, door, visitor)
      if (isRefused(codes)) return codes
      return {
        title: 'Keep these recovery codes',
        content: <RecoveryCodes codes={codes} next={local`/account`} />,
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/account/password',
    who: 'half way',
    handle: async ({ visitor, formToken }) => comesTooEarly(visitor) ?? passwordPage(formToken, []),
  }),
  pageRoute({
    method: 'POST',
    path: '/account/password',
    who: 'half way',
    handle: async ({ store, door, visitor, fields, formToken }) => {
      const early = comesTooEarly(visitor)
      if (early !== undefined) return early
      const password = asTyped(fields, 'password')
      const twice = twiceFault(password, asTyped(fields, 'again'))
      if (twice !== undefined) return passwordPage(formToken, [twice])
      const changed = await changePassword(store, door, visitor, { now: asTyped(fields, 'now'), password })
      if (isRefused(changed)) return passwordPage(formToken, [{ field: 'now', ...faultOf(changed) }])
      return { goTo: local`/account?done=password` }
    },
  }),
]

const notices: Readonly<Record<string, string>> = {
  session: 'The session is ended.',
  sessions: 'All your other sessions are ended.',
  password: 'Your password is changed. Your other sessions are ended.',
}

function comesTooEarly({ standing }: Visitor): PageAnswer | undefined {
  return standing === 'in' || standing === 'choose password' ? undefined : { goTo: stepOf(standing) }
}

function passwordPage(token: string, faults: readonly Fault[]): PageAnswer {
  const content = <ChangePassword token={token} faults={faults} />
  return { title: changing, content, faults, ...(faults.length > 0 && { status: 422 }) }
}

function ChangePassword({
  token,
  faults,
}: {
  readonly token: string
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <Form action={local`/account/password`} token={token}>
      <h1>{changing}</h1>
      <Field
        name="now"
        label="Your password now"
        type="password"
        faults={faults}
        autocomplete="current-password"
      />
      <NewPassword faults={faults} />
      <Button>Change password</Button>
    </Form>
  )
}
