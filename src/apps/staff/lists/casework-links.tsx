import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'

/** The lists of one kind of case each, which show what the list of all cases does not. */
export function CaseworkLinks(): Raw {
  return (
    <nav aria-label="Lists of one kind">
      <ul class="govuk-list bar">
        {ownLists.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const ownLists = [
  { href: local`/antisocial-behaviour`, text: 'Antisocial behaviour' },
  { href: local`/access-requests`, text: 'Access requests' },
  { href: local`/accessible-formats`, text: 'Accessible formats' },
  { href: local`/behaviour`, text: 'Behaviour towards staff' },
  { href: local`/compensation`, text: 'Compensation' },
  { href: local`/feedback`, text: 'Praise and comments' },
  { href: local`/complaints/learning`, text: 'What complaints taught us' },
]
