import type { Raw } from '#http/html/raw.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { performancePlaces } from './places.ts'

/** The areas of performance that somebody may open, above each of their pages; `current` is the address of the area. */
export function PerformancePlaces({
  asked,
  current,
}: {
  readonly asked: Pick<PageAsked<Visitor>, 'visitor'>
  readonly current: string
}): Raw {
  const { may, contractorId } = asked.visitor.acting
  const open = contractorId === undefined ? performancePlaces : []
  const places = open.filter(({ who }) => who.some((permission) => may.has(permission)))
  if (places.length < 2) return <></>
  return (
    <nav class="moj-sub-navigation" aria-label="Performance">
      <ul class="moj-sub-navigation__list">
        {places.map(({ text, href }) => (
          <li class="moj-sub-navigation__item">
            <a
              class="moj-sub-navigation__link"
              href={href}
              aria-current={href === current ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
