import { permissions } from '#core/people/permission.ts'
import { roles } from '#core/people/role.ts'
import { local } from '#http/html/local.ts'
import { pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'

/** The first page: who is signed in, as what, and where to go. */
export const homePage = pageRoute({
  method: 'GET',
  path: '/',
  who: 'signed in',
  handle: async ({ visitor }) => ({ title: 'Home', content: home(visitor) }),
})

function home({ name, landlord, roles: held, acting }: Visitor) {
  const may = Object.entries(permissions).filter(([permission]) => acting.may.has(permission as never))
  return (
    <>
      <h1>{name}</h1>
      <p class="lede">{`You are signed in for ${landlord.name}.`}</p>
      {acting.contractorId !== undefined && <p>You see the jobs of your own firm, and those alone.</p>}
      <h2>Where to go</h2>
      <ul class="choices">
        {acting.may.has('people') && (
          <>
            <li>
              <a href={local`/people`}>People: who may sign in, and what they may do</a>
            </li>
            <li>
              <a href={local`/keys`}>API keys: for programs of yours</a>
            </li>
          </>
        )}
        {acting.may.has('jobs.read') && (
          <li>
            <a href={local`/jobs`}>Jobs: what Kept does by itself, and what failed</a>
          </li>
        )}
        <li>
          <a href={local`/account`}>My account: password, second factor, sessions</a>
        </li>
        <li>
          <a href={local`/api/v1/docs`}>What programs can ask of Kept, and how (API)</a>
        </li>
      </ul>
      <h2>What you are</h2>
      {held.length === 0 ? (
        <p>You have no role so far. Ask an administrator for one.</p>
      ) : (
        <dl class="summary-list">
          {held.map((role) => (
            <div>
              <dt>{inCapitals(role)}</dt>
              <dd>{inCapitals(roles[role].says)}</dd>
            </div>
          ))}
        </dl>
      )}
      {may.length > 0 && (
        <>
          <h2>What you may do</h2>
          <ul>
            {may.map(([, says]) => (
              <li>{inCapitals(says)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function inCapitals(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
