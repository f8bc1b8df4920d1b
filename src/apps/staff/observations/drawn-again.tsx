import type { Raw } from '#http/html/raw.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { DrawnAgain } from '#store/observations/draw.ts'

/** Whether a sample comes out the same when it is drawn again from its seed. */
export function DrawnAgainView({
  again: { sample, population, same },
  among,
  drawnOn,
}: {
  readonly again: DrawnAgain
  readonly among: string
  readonly drawnOn: string
}): Raw {
  const isSame = same === sample.drawn
  return (
    <>
      <h1 class="govuk-heading-l">{isSame ? 'It is the same sample' : 'The sample is not the same'}</h1>
      <SummaryList
        rows={[
          ['Seed', String(sample.seed)],
          ['Drawn', drawnOn],
          ['Among', among],
          ['Cases then', String(sample.population)],
          ['Cases now', `${population}, of those known when it was drawn`],
          ['Drawn again', `${same} of ${sample.drawn} cases`],
        ]}
      />
      <p class="govuk-body">
        {isSame
          ? 'Drawn again from its seed among the same cases, the same cases come out.'
          : 'Cases have been merged, put right or given to another team since then, so others are drawn among them now.'}
      </p>
    </>
  )
}
