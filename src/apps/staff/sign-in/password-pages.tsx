import { isRefused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { asTyped, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import { problemWords } from '#http/layout/problem-words.tsx'
import { type PageAnswer, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { landlordsOf } from '#store/landlords.ts'
import { askReset, choosePassword, isGoodLink } from '#store/people/reset.ts'
import { parseToken } from '#store/people/token.ts'
import { NewPassword } from '../account/new-password.tsx'
import { twiceFault } from '../account/twice.ts'
import { landlordAt } from './which-landlord.ts'

const asking = 'Get a new password'
const choosing = 'Choose a password'

/** For who has forgotten their password, or has none yet. */
export const passwordPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/forgotten/:slug',
    who: 'anybody',
    handle: async ({ store, params, formToken }) => {
      const landlord = await landlordAt(store, params)
      if (isRefused(landlord)) return landlord
      const content = <AskReset slug={landlord.slug} token={formToken} email="" faults={[]} />
      return { title: asking, landlord: landlord.name, content }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/forgotten/:slug',
    who: 'anybody',
    handle: async ({ store, door, params, fields, request, formToken }) => {
      const landlord = await landlordAt(store, params)
      if (isRefused(landlord)) return landlord
      const email = textIn(fields, 'email')
      if (!email.includes('@')) {
        const faults = [{ field: 'email', says: 'Type your e-mail address, such as name@example.com.' }]
        const content = <AskReset slug={landlord.slug} token={formToken} email={email} faults={faults} />
        return { status: 422, title: asking, landlord: landlord.name, content, faults }
      }
      const asked = await askReset(store, door, { landlord: landlord.landlord, email, address: request.ip })
      if (isRefused(asked)) return asked
      return {
        title: 'Look at your e-mail',
        landlord: landlord.name,
        content: (
          <>
            <h1>Look at your e-mail</h1>
            <p>
              If you have a sign-in here, we have sent you a link to choose a new password with. It works for
              an hour, and once.
            </p>
            <p>
              If nothing comes, look among unwanted mail, or ask an administrator which address you are known
              by.
            </p>
          </>
        ),
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/choose-password',
    who: 'anybody',
    handle: async ({ store, query, formToken }) => {
      const link = textIn(query, 'link')
      const token = parseToken(link)
      if (token === undefined || !(await isGoodLink(store, token))) return usedLink()
      return { title: choosing, content: <ChoosePassword link={link} token={formToken} faults={[]} /> }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/choose-password',
    who: 'anybody',
    handle: async ({ store, door, fields, formToken }) => {
      const link = textIn(fields, 'link')
      const token = parseToken(link)
      if (token === undefined) return usedLink()
      const password = asTyped(fields, 'password')
      const twice = twiceFault(password, asTyped(fields, 'again'))
      const chosen = twice === undefined ? await choosePassword(store, door, { token, password }) : undefined
      if (chosen !== undefined && !isRefused(chosen)) return chosenPage(await slugOf(store, token.landlord))
      if (chosen?.because === 'not found') return usedLink()
      const faults = [
        twice ?? { field: 'password', ...(chosen === undefined ? { says: '' } : faultOf(chosen)) },
      ]
      const content = <ChoosePassword link={link} token={formToken} faults={faults} />
      return { status: 422, title: choosing, content, faults }
    },
  }),
]

function chosenPage(slug: string): PageAnswer {
  return { goTo: local`/sign-in/${slug}?done=password`, session: 'over' }
}

async function slugOf(store: Parameters<typeof landlordsOf>[0], landlord: number): Promise<string> {
  const found = (await landlordsOf(store)).find((each) => each.landlord === landlord)
  if (found === undefined) throw new Error('a link belongs to a landlord that is gone')
  return found.slug
}

function usedLink(): PageAnswer {
  return {
    status: 404,
    ...problemWords(
      'This link no longer works',
      'Each link works once, and not for long. Ask for another where you sign in, under “I have forgotten my password”.',
    ),
  }
}

function AskReset({
  slug,
  token,
  email,
  faults,
}: {
  readonly slug: string
  readonly token: string
  readonly email: string
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <>
      <h1>{asking}</h1>
      <p>We send you an e-mail with a link to choose a new one.</p>
      <Form action={local`/forgotten/${slug}`} token={token}>
        <Field
          name="email"
          label="E-mail address"
          type="email"
          value={email}
          faults={faults}
          autocomplete="username"
        />
        <Button>Send the link</Button>
      </Form>
      <p>
        <a href={local`/sign-in/${slug}`}>Back to sign in</a>
      </p>
    </>
  )
}

function ChoosePassword({
  link,
  token,
  faults,
}: {
  readonly link: string
  readonly token: string
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <Form action={local`/choose-password`} token={token}>
      <h1>{choosing}</h1>
      <input type="hidden" name="link" value={link} />
      <NewPassword faults={faults} then="You will be signed out everywhere." />
      <Button>Set the password</Button>
    </Form>
  )
}
