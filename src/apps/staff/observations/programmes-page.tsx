import { isRefused, type Refused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { listProgrammes, type ProgrammeListed } from '#store/observations/programmes.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { instrumentWords, roundWords } from './words.ts'

/** Every programme of observation, with how far its latest round has come. */
export async function programmesPage(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor } = asked
  const { may } = visitor.acting
  const programmes = await listProgrammes(store, visitor.acting)
  if (isRefused(programmes)) return programmes
  return {
    title: 'Observations',
    wide: true,
    content: (
      <>
        <PerformancePlaces asked={asked} current="/observations" />
        <h1 class="govuk-heading-l">Observations</h1>
        <p class="govuk-body">
          What no clock can tell: whether people were friendly, letters were plain, offices could be entered.
          Observers judge it item by item.
        </p>
        <p class="govuk-body">
          {may.has('returns.write') && (
            <a class="govuk-link" href={local`/observations/new`}>
              Set up a programme
            </a>
          )}
          {may.has('returns.write') && may.has('observations.write') && ' · '}
          {may.has('observations.write') && (
            <a class="govuk-link" href={local`/observations/mine`}>
              Sheets given to you
            </a>
          )}
        </p>
        {programmes.length === 0 ? (
          <p class="govuk-body">There is no programme so far.</p>
        ) : (
          <Programmes programmes={programmes} />
        )}
      </>
    ),
  }
}

function Programmes({ programmes }: { readonly programmes: readonly ProgrammeListed[] }): Raw {
  return (
    <Scrolled label="Programmes and their latest rounds">
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">Programmes and their latest rounds</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Programme', 'Latest round', 'Done'].map((title) => (
              <th scope="col" class="govuk-table__header">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {programmes.map((each) => (
            <tr class="govuk-table__row">
              <td class="govuk-table__cell">
                <a class="govuk-link" href={local`/observations/${each.programme.programmeId}`}>
                  {each.programme.name}
                </a>
                <span class="kept-below">{instrumentWords(each.programme)}</span>
              </td>
              <td class="govuk-table__cell">
                {roundWords(each.round)}
                {each.round.closedAt !== null && (
                  <span class="kept-below">{each.programme.endedAt === null ? 'Closed' : 'Ended'}</span>
                )}
              </td>
              <td class="govuk-table__cell">
                {`${each.sent} of ${each.round.wanted}`}
                {each.overdue > 0 && <span class="kept-below">{`${each.overdue} overdue`}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
