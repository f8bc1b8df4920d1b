import type { Instant } from '#core/time/instant.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import type { CaseworkLine } from './lines.ts'
import { NextPage } from '../next-page.tsx'

interface ListProps {
  readonly lines: readonly CaseworkLine[]
  readonly now: Instant
  /** What is said where there are none. */
  readonly none: string
  /** The next page, where there is one. */
  readonly next?: Url | undefined
  readonly extra?: (line: CaseworkLine) => Child
}

/** Cases in the order in which they ask to be looked at: what each is, and what is owed next in it. */
export function CaseworkList({ lines, now, none, next, extra }: ListProps): Raw {
  if (lines.length === 0) return <p class="govuk-body">{none}</p>
  return (
    <>
      <ul class="govuk-list govuk-list--spaced casework">
        {lines.map((line) => (
          <li>
            <Line line={line} now={now} />
            {extra !== undefined && extra(line)}
          </li>
        ))}
      </ul>
      <NextPage href={next} />
    </>
  )
}

function Line({ line, now }: { readonly line: CaseworkLine; readonly now: Instant }): Raw {
  const { href, title, about, facts, clock, warning } = line
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={href}>
          {title}
        </a>
        {about !== '' && ` ${about}`}
      </h3>
      {facts.length > 0 && <p class="govuk-body-s govuk-!-margin-bottom-1">{facts.join(' · ')}</p>}
      {clock === undefined ? (
        <p class="govuk-body-s govuk-!-margin-bottom-1">Nothing is owed in it now.</p>
      ) : (
        <ClockLine clock={clock.row} says={clock.says} now={now} />
      )}
      {warning !== undefined && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <strong>{warning}</strong>
        </p>
      )}
    </>
  )
}
