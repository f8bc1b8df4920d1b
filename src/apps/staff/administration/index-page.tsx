import type { Permission } from '#core/people/permission.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { recordKinds } from './record-kinds.ts'

interface Place {
  readonly href: Url
  readonly text: string
  readonly says: string
  readonly needs: Permission
}

/** Everything that is looked after in one place rather than in cases; a line each. */
const places: readonly Place[] = [
  {
    href: local`/people`,
    text: 'People and roles',
    says: 'Who may sign in, and what they may do',
    needs: 'people',
  },
  {
    href: local`/administration/editions`,
    text: 'Editions of the standards',
    says: 'Check a new edition, see what it would move, and activate it',
    needs: 'editions.read',
  },
  {
    href: local`/administration/hours`,
    text: 'Hours, closures and bank holidays',
    says: 'When we are open, and which days do not count',
    needs: 'editions.read',
  },
  ...recordKinds.map(({ definition: { kind, read }, title, says }) => ({
    href: local`/administration/${kind}`,
    text: title,
    says,
    needs: read,
  })),
  {
    href: local`/templates`,
    text: 'Letter templates and house words',
    says: 'What letters start from, and which words to put plainly',
    needs: 'masters.read',
  },
  { href: local`/keys`, text: 'API keys', says: 'For programs of yours', needs: 'people' },
  { href: local`/jobs`, text: 'Jobs', says: 'What Kept does by itself, and what failed', needs: 'jobs.read' },
]

/** The page from which everything is looked after. */
export const administrationPage: PageRoute = pageRoute({
  method: 'GET',
  path: '/administration',
  who: 'masters.read',
  handle: async ({ visitor }) => ({
    title: 'Administration',
    content: (
      <>
        <h1 class="govuk-heading-l">Administration</h1>
        <ul class="govuk-list govuk-list--spaced">
          {places.filter(({ needs }) => visitor.acting.may.has(needs)).map(placeLine)}
        </ul>
      </>
    ),
  }),
})

function placeLine({ href, text, says }: Place): Raw {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
      <br />
      {says}
    </li>
  )
}
