import { roles } from '#core/people/role.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { sentence } from '#http/layout/fault.ts'
import type { Permission } from '#core/people/permission.ts'
import type { Url } from '#http/html/url.ts'

/** For those whose work is not in cases: where they go from here, and what they are. */
export function WhereToGo({ acting, roles: held }: Visitor): Raw {
  const places = all.filter(({ who }) => who === undefined || acting.may.has(who))
  return (
    <>
      <h2 class="govuk-heading-m">Where to go</h2>
      <ul class="govuk-list govuk-list--spaced">
        {places.map(({ href, text, says }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {`: ${says}`}
          </li>
        ))}
      </ul>
      {held.length === 0 ? (
        <p class="govuk-body">You have no role so far. Ask an administrator for one.</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">What you are</h2>
          <dl class="govuk-summary-list">
            {held.map((role) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{sentence(role).replace(/\.$/, '')}</dt>
                <dd class="govuk-summary-list__value">{sentence(roles[role].says)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  )
}

const all: readonly {
  readonly href: Url
  readonly text: string
  readonly says: string
  readonly who?: Permission
}[] = [
  {
    href: local`/performance`,
    text: 'Performance',
    says: 'what was kept, and what needs attention first',
    who: 'figures.read',
  },
  { href: local`/promises`, text: 'Promises', says: 'what was promised and kept', who: 'figures.read' },
  { href: local`/cases`, text: 'Cases', says: 'every case, by what is due', who: 'cases.read' },
  { href: local`/people`, text: 'People', says: 'who may sign in, and what they may do', who: 'people' },
  { href: local`/keys`, text: 'API keys', says: 'for programs of yours', who: 'people' },
  { href: local`/jobs`, text: 'Jobs', says: 'what Kept does by itself, and what failed', who: 'jobs.read' },
  { href: local`/account`, text: 'My account', says: 'password, second factor, sessions' },
  { href: local`/api/v1/docs`, text: 'API', says: 'what programs can ask of Kept, and how' },
]
