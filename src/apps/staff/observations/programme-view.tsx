import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { govuk } from '#http/govuk/index.ts'
import { Button, Checkbox, Form, TextArea } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { RoundResults } from '#store/observations/results.ts'
import { momentText } from '../times.ts'
import { ByPlace, ResultsTable } from './results-table.tsx'
import { instrumentWords, placeWords, roundWords } from './words.ts'

interface ProgrammeProps {
  readonly results: RoundResults
  /** By promise, in words. */
  readonly figures: ReadonlyMap<string, string>
  /** Whether whoever looks runs programmes. */
  readonly mayRun: boolean
  readonly token: string
}

/** A programme’s round: what is known of it, what can be done, and what it found. */
export function ProgrammeView(props: ProgrammeProps): Raw {
  const { results, figures, mayRun } = props
  const { programme, round, sheets, sent, told } = results
  return (
    <>
      <span class="govuk-caption-l">{instrumentWords(programme)}</span>
      <h1 class="govuk-heading-l">{programme.name}</h1>
      <About results={results} />
      {mayRun && round.closedAt === null && <ToDo {...props} />}
      {mayRun &&
        programme.endedAt === null &&
        round.closedAt !== null &&
        round.round === results.rounds[0] && <Next {...props} />}
      <h2 class="govuk-heading-m">What was found</h2>
      {sheets === 0 && <p class="govuk-body">There are no sheets in this round so far.</p>}
      {sheets > 0 && sent === 0 && <p class="govuk-body">No sheet was sent so far.</p>}
      {told > 0 && (
        <p class="govuk-body">
          {`${told} ${told === 1 ? 'answer' : 'answers'} came from other programs, without a sheet.`}
        </p>
      )}
      <ResultsTable results={results} figures={figures} />
      <ByPlace results={results} />
      {mayRun && <WhereFrom {...props} />}
      {mayRun && round.closedAt === null && <Close {...props} />}
    </>
  )
}

function About({ results }: Pick<ProgrammeProps, 'results'>): Raw {
  const { programme, round, rounds, sheets, sent, overdue, placeNames } = results
  const { programmeId, duty, dutyPromise, places } = programme
  return (
    <SummaryList
      rows={[
        [
          `Round ${round.round}`,
          `${roundWords(round)}${round.closedAt === null ? '' : `, closed ${momentText(round.closedAt)}`}`,
        ],
        programme.endedAt === null ? undefined : ['Ended', momentText(programme.endedAt)],
        ['Done', `${sent} of ${round.wanted} wanted; ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} in all`],
        overdue > 0 ? ['Overdue', `${overdue} ${overdue === 1 ? 'sheet' : 'sheets'}`] : undefined,
        places.length > 0
          ? ['Where', places.map((place) => placeWords(place, placeNames)).join(', ')]
          : undefined,
        duty !== null && dutyPromise !== null
          ? [
              'Keeps the promise',
              <>
                <a class="govuk-link" href={local`/promises/${dutyPromise}`}>
                  {dutyPromise}
                </a>
                {round.evidenceCase !== null && ': recorded as evidence'}
              </>,
            ]
          : undefined,
        rounds.length > 1
          ? [
              'Other rounds',
              rounds
                .filter((each) => each !== round.round)
                .map((each) => (
                  <>
                    <a class="govuk-link" href={local`/observations/${programmeId}?round=${String(each)}`}>
                      {`Round ${each}`}
                    </a>{' '}
                  </>
                )),
            ]
          : undefined,
      ]}
    />
  )
}

/** Of a programme whose round is closed: the next, or no more. */
function Next({ results: { programme }, token }: ProgrammeProps): Raw {
  const { programmeId } = programme
  return (
    <div class="bar">
      <a class="govuk-button" role="button" href={local`/observations/${programmeId}/rounds/new`}>
        Begin the next round
      </a>
      <Form action={local`/observations/${programmeId}/end`} token={token}>
        <Button look="second">End the programme</Button>
      </Form>
    </div>
  )
}

function ToDo({ results: { programme, overdue, sheets }, token }: ProgrammeProps): Raw {
  const { programmeId } = programme
  return (
    <>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={local`/observations/${programmeId}/add`}>
            Add observations
          </a>
        </li>
        {sheets > 0 && (
          <li>
            <a class="govuk-link" href={local`/observations/${programmeId}/sheets`}>
              Sheets and who has them
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={local`/observations/${programmeId}/file`}>
            Take in a file of results
          </a>
        </li>
      </ul>
      {overdue > 0 && (
        <Form action={local`/observations/${programmeId}/remind`} token={token}>
          <Button look="second">Remind whoever is late</Button>
        </Form>
      )}
    </>
  )
}

/** The samples with what it takes to draw them again, and the files that came. */
function WhereFrom({ results: { programme, round, samples, imports } }: ProgrammeProps): Raw {
  const { programmeId } = programme
  if (samples.length + imports.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">Where it is from</h2>
      <ul class="govuk-list govuk-list--bullet">
        {samples.map(({ sample, drawn, population, seed, drawnAt }) => (
          <li>
            {`Sample ${sample}: ${drawn} of ${population} cases, drawn ${momentText(drawnAt)} with the seed ${seed}. `}
            <a
              class="govuk-link"
              href={local`/observations/${programmeId}/rounds/${String(round.round)}/samples/${String(sample)}`}
            >
              Draw it again
              <span class="govuk-visually-hidden">{`: sample ${sample}`}</span>
            </a>
          </li>
        ))}
        {imports.map(({ importId, counted, rejected, madeAt }) => (
          <li>
            {`A file, taken in ${momentText(madeAt)}: ${counted} rows counted. `}
            {rejected > 0 && (
              <a class="govuk-link" href={local`/observations/${programmeId}/files/${importId}`}>
                {`${rejected} rows not counted`}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Close({ results: { programme, sheets, sent }, token }: ProgrammeProps): Raw {
  const left = sheets - sent
  const form = (
    <Form action={local`/observations/${programme.programmeId}/close`} token={token}>
      <p class="govuk-body">
        {left > 0
          ? `${left} ${left === 1 ? 'sheet was' : 'sheets were'} not sent; ${left === 1 ? 'it' : 'they'} cannot be sent afterwards.`
          : 'Nothing can be sent afterwards; what was sent can still be put right.'}
      </p>
      {programme.dutyPromise !== null && (
        <>
          <Checkbox
            name="evidence"
            label={`Record it as evidence that ${programme.dutyPromise} was kept`}
            checked={left === 0 && sent > 0}
          />
          <TextArea name="note" label="What shows it?" hint="Optional." rows={3} longest={5_000} />
        </>
      )}
      <Button look="second">Close the round</Button>
    </Form>
  )
  return govuk.details({ summaryText: 'Close this round', html: form })
}
