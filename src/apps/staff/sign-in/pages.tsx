import { isRefused } from '#core/refused.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { local, localFrom } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { asTyped, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { browserWords } from '#http/session/browser-words.ts'
import { mannerOf, sessionTokenOf } from '#http/session/cookies.ts'
import type { Openid } from '#http/sign-in/openid.ts'
import { type Landlord, landlordsOf } from '#store/landlords.ts'
import { endSessionWith } from '#store/people/sessions.ts'
import { signIn } from '#store/people/sign-in.ts'
import { wentIn, withNext } from './went-in.ts'
import { landlordAt } from './which-landlord.ts'

/** Choosing a landlord, signing in with a password, and signing out; and the other way in, where there is one. */
export function signInPages(openid: Openid | undefined): readonly PageRoute[] {
  const show = (shown: Omit<Shown, 'openid'>) => (
    <SignIn {...shown} openid={openid?.isFor(shown.landlord.slug) === true} />
  )
  return [
    choosing,
    pageRoute({
      method: 'GET',
      path: '/sign-in/:slug',
      who: 'anybody',
      handle: async ({ store, params, query, formToken, visitor }) => {
        const landlord = await landlordAt(store, params)
        if (isRefused(landlord)) return landlord
        const next = textIn(query, 'next')
        if (visitor?.standing === 'in') return { goTo: localFrom(next) ?? local`/` }
        const content = show({ landlord, token: formToken, next, email: '', faults: [] })
        return { title: 'Sign in', landlord: landlord.name, content, notice: notices[textIn(query, 'done')] }
      },
    }),
    pageRoute({
      method: 'POST',
      path: '/sign-in/:slug',
      who: 'anybody',
      handle: async ({ store, door, params, fields, request, formToken }) => {
        const landlord = await landlordAt(store, params)
        if (isRefused(landlord)) return landlord
        const email = textIn(fields, 'email')
        const next = textIn(fields, 'next')
        const password = asTyped(fields, 'password')
        const missing = whatIsMissing(email, password)
        const came =
          missing.length > 0
            ? missing
            : await signIn(store, door, {
                landlord: landlord.landlord,
                email,
                password,
                address: request.ip,
                browser: browserWords(request.headers['user-agent']),
              })
        if (!isFaults(came) && !isRefused(came)) return wentIn(came, next)
        const faults = isRefused(came) ? [{ field: 'email', ...faultOf(came) }] : came
        const content = show({ landlord, token: formToken, next, email, faults })
        const status = isRefused(came) && came.because === 'too many' ? 429 : 422
        return { status, title: 'Sign in', landlord: landlord.name, content, faults }
      },
    }),
    signingOut,
  ]
}

const notices: Readonly<Record<string, string>> = {
  'signed-out': 'You have signed out.',
  password: 'Your new password is set. Sign in with it.',
}

const choosing = pageRoute({
  method: 'GET',
  path: '/sign-in',
  who: 'anybody',
  handle: async ({ store, query, visitor }) => {
    const next = localFrom(textIn(query, 'next'))
    if (visitor?.standing === 'in') return { goTo: next ?? local`/` }
    const landlords = await landlordsOf(store)
    const [only] = landlords
    if (only !== undefined && landlords.length === 1)
      return { goTo: withNext(local`/sign-in/${only.slug}`, next) }
    return { title: 'Choose your landlord', content: <ChooseLandlord landlords={landlords} next={next} /> }
  },
})

const signingOut = pageRoute({
  method: 'POST',
  path: '/sign-out',
  who: 'half way',
  handle: async ({ store, door, visitor, request }) => {
    const token = sessionTokenOf(request, mannerOf(door.origin))
    if (token !== undefined) await endSessionWith(store, token)
    const goTo = local`/sign-in/${visitor.landlord.slug}?done=signed-out`
    return { goTo, session: 'over' as const }
  },
})

function ChooseLandlord({
  landlords,
  next,
}: {
  readonly landlords: readonly Landlord[]
  readonly next: ReturnType<typeof localFrom>
}): Raw {
  return (
    <>
      <h1>Choose your landlord</h1>
      {landlords.length === 0 ? (
        <p>There is no landlord here so far. Whoever runs this machine can add one.</p>
      ) : (
        <ul class="choices">
          {landlords.map(({ slug, name }) => (
            <li>
              <a href={withNext(local`/sign-in/${slug}`, next)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface Shown {
  readonly landlord: Landlord
  readonly token: string
  readonly next: string
  readonly email: string
  readonly faults: readonly Fault[]
  readonly openid: boolean
}

function SignIn({ landlord, token, next, email, faults, openid }: Shown): Raw {
  const { slug } = landlord
  return (
    <>
      <h1>Sign in</h1>
      {openid &&
        govuk.button({
          text: 'Sign in with your organisation’s account',
          href: withNext(local`/sign-in/${slug}/openid`, localFrom(next)),
          classes: 'govuk-button--secondary',
        })}
      <Form action={local`/sign-in/${slug}`} token={token}>
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          label="E-mail address"
          type="email"
          value={email}
          faults={faults}
          autocomplete="username"
        />
        <Field
          name="password"
          label="Password"
          type="password"
          faults={faults}
          autocomplete="current-password"
        />
        <Button>Sign in</Button>
      </Form>
      <p>
        <a href={local`/forgotten/${slug}`}>I have forgotten my password</a>
      </p>
      <p>
        <a href={local`/sign-in`}>Choose another landlord</a>
      </p>
    </>
  )
}

function whatIsMissing(email: string, password: string): readonly Fault[] {
  return [
    ...(email === '' ? [{ field: 'email', says: 'Type your e-mail address.' }] : []),
    ...(password === '' ? [{ field: 'password', says: 'Type your password.' }] : []),
  ]
}

function isFaults(value: unknown): value is readonly Fault[] {
  return Array.isArray(value)
}
