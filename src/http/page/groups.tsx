import { type Standing, type StandingPromise, standings } from '#core/promises/attention.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { NothingToCount } from './nothing-to-count.tsx'
import { PromiseSection } from './promise-section.tsx'
import { groupId, standingWords } from './standing-words.ts'

/** The promises under their standing, the most pressing first; a standing that nobody has is left out. */
export function Groups({ promises }: { readonly promises: readonly StandingPromise[] }): Raw {
  return (
    <Fragment>
      {standings.map((standing) => (
        <Group standing={standing} promises={promises.filter((promise) => promise.standing === standing)} />
      ))}
    </Fragment>
  )
}

function Group({ standing, promises }: GroupProps): Raw {
  if (promises.length === 0) return <Fragment />
  const { title, says } = standingWords[standing]
  return (
    <section class="group" aria-labelledby={groupId(standing)}>
      <h2 id={groupId(standing)}>
        {title} <span class="span">({promises.length})</span>
      </h2>
      <p>{says}</p>
      {standing === 'nothing to count' ? (
        <NothingToCount promises={promises} />
      ) : (
        promises.map((promise) => <PromiseSection standing={promise} />)
      )}
      <p class="back">
        <a href={anchor('page-main')}>Back to the top</a>
      </p>
    </section>
  )
}

interface GroupProps {
  readonly standing: Standing
  readonly promises: readonly StandingPromise[]
}
