import { type Standing, type StandingPromise, standings } from '#core/promises/attention.ts'
import { of } from '#core/promises/in-words.ts'
import { numberText } from '#core/promises/percent.ts'
import type { Measured } from '#core/report.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { asOfText, spanText } from './dates.ts'
import { classOf, StandingIcon } from './standing-tag.tsx'
import { groupId, standingWords } from './standing-words.ts'

/** What the page is about and what came out, before anything else. */
export function Overview({ measured, promises }: OverviewProps): Raw {
  const { pack } = measured
  return (
    <Fragment>
      <h1>
        Promises kept <span class="span">{spanText(measured)}</span>
      </h1>
      <p class="lede">{headline(promises)}</p>
      <nav aria-label="Promises by how they stand">
        <ul class="tiles">
          {standings.map((standing) => (
            <Tile standing={standing} count={countOf(promises, standing)} />
          ))}
        </ul>
      </nav>
      <p class="small">
        {pack.title}, edition {pack.edition}. {asOfText(measured)}
      </p>
    </Fragment>
  )
}

interface OverviewProps {
  readonly measured: Measured
  readonly promises: readonly StandingPromise[]
}

function Tile({ standing, count }: { readonly standing: Standing; readonly count: number }): Raw {
  const words = (
    <Fragment>
      <span class="count">
        <StandingIcon standing={standing} /> {numberText(count)}
      </span>{' '}
      <span class="word">{standingWords[standing].tag}</span>
    </Fragment>
  )
  return (
    <li class={`tile ${classOf[standing]}`}>
      {count === 0 ? (
        <span class="inside">{words}</span>
      ) : (
        <a class="inside" href={anchor(groupId(standing))}>
          {words}
        </a>
      )}
    </li>
  )
}

/** “11 of 14 promises were kept and 3 were missed. For 87 more there was nothing to count.” */
function headline(promises: readonly StandingPromise[]): string {
  const missed = promises.filter(({ whole }) => whole.verdict === 'missed').length
  const nothing = promises.filter(({ whole }) => whole.verdict === 'nothing to count').length
  const judged = promises.length - nothing
  if (judged === 0) return `There was nothing to count for any of ${of(promises.length, 'promise')}.`
  const kept = `${numberText(judged - missed)} of ${of(judged, 'promise')} ${judged === 1 ? 'was' : 'were'} kept`
  const lost = missed === 0 ? '' : ` and ${numberText(missed)} ${missed === 1 ? 'was' : 'were'} missed`
  return `${kept}${lost}.${nothing === 0 ? '' : ` For ${numberText(nothing)} more there was nothing to count.`}`
}

function countOf(promises: readonly StandingPromise[], standing: Standing): number {
  return promises.filter((promise) => promise.standing === standing).length
}
