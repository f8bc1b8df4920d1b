import { isRefused, type Refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { listIn, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { remindObservers } from '#store/observations/remind.ts'
import { readResults } from '#store/observations/results.ts'
import { beginRound, closeRound, endProgramme } from '#store/observations/rounds.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { programmeChoices } from './programme-choices.ts'
import { Judged, WhenAndHowMany } from './programme-form.tsx'
import { roundTyped } from './round-typed.ts'

type Asked = PageAsked<Visitor>

/** The form of the next round: as long as the last, and as many. */
export async function newRoundPage(
  asked: Asked,
  faults: readonly Fault[] = [],
): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields, formToken } = asked
  const programmeId = params['programmeId'] ?? ''
  const results = await readResults(store, visitor.acting, { programmeId })
  if (isRefused(results)) return results
  const { programme, round } = results
  const choices = await programmeChoices(asked, programme.instrument)
  if (isRefused(choices)) return choices
  const length = round.lastOn - round.firstOn
  const usual = {
    'first-on': formatDay(round.lastOn + 1),
    'last-on': formatDay(round.lastOn + 1 + length),
    wanted: String(round.wanted),
  }
  return {
    title: 'Begin the next round',
    back: { text: programme.name, href: local`/observations/${programmeId}` },
    faults,
    content: (
      <>
        <span class="govuk-caption-l">{programme.name}</span>
        <h1 class="govuk-heading-l">Begin the next round</h1>
        <Form action={local`/observations/${programmeId}/rounds/new`} token={formToken}>
          <Judged
            items={choices.items}
            chosen={faults.length > 0 ? listIn(fields, 'items') : programme.items.map(({ item }) => item)}
            faults={faults}
          />
          <WhenAndHowMany typed={faults.length > 0 ? fields : usual} faults={faults} />
          <Button>Begin it</Button>
        </Form>
      </>
    ),
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** Begins the next round. */
export async function beginTheRound(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const programmeId = params['programmeId'] ?? ''
  const round = roundTyped(fields, store.now())
  if (isRefused(round)) return newRoundPage(asked, [faultOf(round)])
  const done = await beginRound(store, visitor.acting, {
    programmeId,
    items: listIn(fields, 'items'),
    ...round,
  })
  if (!isRefused(done)) return { goTo: local`/observations/${programmeId}?done=begun` }
  return done.because === 'not allowed' ? done : newRoundPage(asked, [faultOf(done)])
}

/** Closes the round, with the evidence for the promise that comes round where that was ticked. */
export async function closeTheRound({
  store,
  visitor,
  params,
  fields,
}: Asked): Promise<PageAnswer | Refused> {
  const programmeId = params['programmeId'] ?? ''
  const isEvidence = textIn(fields, 'evidence') === 'yes'
  const done = await closeRound(store, visitor.acting, {
    programmeId,
    ...(isEvidence && { evidence: { note: longTextIn(fields, 'note') } }),
  })
  if (isRefused(done)) return done
  return { goTo: local`/observations/${programmeId}?done=${isEvidence ? 'evidence' : 'closed'}` }
}

/** Ends a programme whose round is closed. */
export async function endTheProgramme({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const programmeId = params['programmeId'] ?? ''
  const done = await endProgramme(store, visitor.acting, { programmeId })
  return isRefused(done) ? done : { goTo: local`/observations/${programmeId}?done=ended` }
}

/** Reminds whoever has sheets that are overdue. */
export async function remind({ store, visitor, door, params }: Asked): Promise<PageAnswer | Refused> {
  const programmeId = params['programmeId'] ?? ''
  const done = await remindObservers(store, visitor.acting, { programmeId, origin: door.origin })
  return isRefused(done) ? done : { goTo: local`/observations/${programmeId}?done=reminded` }
}
