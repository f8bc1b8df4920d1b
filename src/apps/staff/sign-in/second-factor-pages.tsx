import { isRefused, type Refused } from '#core/refused.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { local, localFrom } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { stepOf } from '#http/layout/steps.ts'
import { browserWords } from '#http/session/browser-words.ts'
import { mannerOf, sessionTokenOf } from '#http/session/cookies.ts'
import {
  type AppSecret,
  type Came,
  confirmSecondFactor,
  offerSecondFactor,
  passSecondFactor,
} from '#store/people/second-factor.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { QrPicture } from './qr-picture.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { wentIn } from './went-in.ts'

const passing = {
  path: '/second-factor',
  title: 'Type a code from your app',
} as const

const settingUp = {
  path: '/set-up-second-factor',
  title: 'Set up a second factor',
} as const

/** The code after the password, and setting up the app that shows it. */
export const secondFactorPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: passing.path,
    who: 'half way',
    handle: async ({ visitor, query, formToken }) => {
      if (visitor.standing !== 'second factor') return { goTo: stepOf(visitor.standing) }
      const content = <AskCode token={formToken} next={textIn(query, 'next')} faults={[]} />
      return { title: passing.title, content }
    },
  }),
  pageRoute({
    method: 'POST',
    path: passing.path,
    who: 'half way',
    handle: async (asked) => {
      const { store, door, visitor, fields, formToken } = asked
      if (visitor.standing !== 'second factor') return { goTo: stepOf(visitor.standing) }
      const next = textIn(fields, 'next')
      const came = await passSecondFactor(store, door, cameWith(asked), textIn(fields, 'code'))
      if (!isRefused(came)) return wentIn(came, next)
      const faults = [{ field: 'code', ...faultOf(came) }]
      const content = <AskCode token={formToken} next={next} faults={faults} />
      return { status: came.because === 'too many' ? 429 : 422, title: passing.title, content, faults }
    },
  }),
  pageRoute({
    method: 'GET',
    path: settingUp.path,
    who: 'half way',
    handle: async (asked) => {
      const { standing } = asked.visitor
      if (standing !== 'in' && standing !== 'set up second factor') return { goTo: stepOf(standing) }
      return setUpPage(asked, [], textIn(asked.query, 'next'))
    },
  }),
  pageRoute({
    method: 'POST',
    path: settingUp.path,
    who: 'half way',
    handle: async (asked) => {
      const { store, door, visitor, fields } = asked
      const { standing } = visitor
      if (standing !== 'in' && standing !== 'set up second factor') return { goTo: stepOf(standing) }
      const next = textIn(fields, 'next')
      const done = await confirmSecondFactor(store, door, cameWith(asked), textIn(fields, 'code'))
      if (isRefused(done))
        return done.because === 'already there'
          ? done
          : setUpPage(asked, [{ field: 'code', ...faultOf(done) }], next)
      return {
        title: 'Keep these recovery codes',
        notice: 'Your second factor is set up.',
        session: { token: done.token },
        content: <RecoveryCodes codes={done.recoveryCodes} next={localFrom(next) ?? local`/`} />,
      }
    },
  }),
]

async function setUpPage(asked: PageAsked<Visitor>, faults: readonly Fault[], next: string) {
  const { store, door, visitor, formToken } = asked
  const offered: AppSecret | Refused = await offerSecondFactor(store, door, visitor)
  if (isRefused(offered)) return offered
  const content = (
    <SetUp
      offered={offered}
      token={formToken}
      next={next}
      faults={faults}
      needed={visitor.standing !== 'in'}
    />
  )
  return { title: settingUp.title, content, faults, ...(faults.length > 0 && { status: 422 }) }
}

function cameWith({ visitor, request, door }: PageAsked<Visitor>): Came {
  const token = sessionTokenOf(request, mannerOf(door.origin))
  if (token === undefined) throw new Error('somebody was recognised without a session')
  return { visitor, token, browser: browserWords(request.headers['user-agent']) }
}

function AskCode({
  token,
  next,
  faults,
}: {
  readonly token: string
  readonly next: string
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <Form action={local`/second-factor`} token={token}>
      <h1>{passing.title}</h1>
      <input type="hidden" name="next" value={next} />
      <Field
        name="code"
        label="Code"
        hint="Six figures, which change every half minute. If your telephone is not at hand, type one of your recovery codes."
        faults={faults}
        autocomplete="one-time-code"
        short
      />
      <Button>Continue</Button>
    </Form>
  )
}

function SetUp({
  offered,
  token,
  next,
  faults,
  needed,
}: {
  readonly offered: AppSecret
  readonly token: string
  readonly next: string
  readonly faults: readonly Fault[]
  readonly needed: boolean
}): Raw {
  return (
    <>
      <h1>{settingUp.title}</h1>
      <p>
        {needed
          ? 'Your role needs more than a password. An app on your telephone shows a code, which you type after it.'
          : 'An app on your telephone shows a code, which you type after your password: whoever finds out the password alone cannot sign in.'}
      </p>
      <ol>
        <li>Put an authenticator app on your telephone. Any will do.</li>
        <li>
          <p>Add an account in the app: point the telephone at this picture.</p>
          <QrPicture says={offered.address} called="A QR code of the key below" />
          <p>Or type this key, and choose “time based” if the app asks.</p>
          <p>
            <code class="secret" id="app-secret">
              {offered.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </code>
          </p>
          {govuk.details({
            summaryText: 'For programs that take an address instead',
            html: <code>{offered.address}</code>,
          })}
        </li>
        <li>Type the code that the app shows now.</li>
      </ol>
      <Form action={local`/set-up-second-factor`} token={token}>
        <input type="hidden" name="next" value={next} />
        <Field
          name="code"
          label="Code"
          hint="Six figures"
          faults={faults}
          autocomplete="one-time-code"
          short
        />
        <Button>Set up</Button>
      </Form>
    </>
  )
}
