import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Day, dayOfWeek, formatDay, longDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, Field, Form, Select } from '#http/layout/form.tsx'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { type Rota, rotas, type RotaToSet, setRota, type Turn, turnsBetween } from '#store/diaries/rotas.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type FormSaid, nothingSaid, saidOf } from '../acts/act-faults.ts'
import { ActOverrides } from '../acts/act-form.tsx'
import { overridesIn } from '../acts/act-from-form.ts'
import { dayText } from '../times.ts'
import { typedTime } from '../typed-time.ts'
import { dayIn } from './days-read.ts'
import { type DiaryNames, diaryNames, staffOrNobody, teamChoices } from './names.ts'

/** Who is on duty, and who covers the telephones at lunch: a week of a team. */
export const rotaPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/rotas',
    who: 'cases.read',
    handle: (asked) => rotaPage(asked, asked.query, nothingSaid),
  }),
  pageRoute({
    method: 'POST',
    path: '/rotas',
    who: 'cases.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const monday = mondayOf(dayIn(fields, store.now()))
      const rota = rotaIn(fields, monday)
      const set = isRefused(rota) ? rota : await setRota(store, visitor.acting, rota)
      if (!isRefused(set))
        return {
          goTo: local`/rotas?day=${formatDay(monday)}&team=${textIn(fields, 'team')}&rota=${textIn(fields, 'rota')}&done=set`,
        }
      const said = saidOf(set, 'Tick this, or choose below why not.', (asks) => asks.fields.flat()[0])
      const page = await rotaPage(asked, fields, said)
      return isRefused(page) ? page : { ...page, status: 422 }
    },
  }),
]

const rotaWords: Readonly<Record<Rota, string>> = { duty: 'Duty', 'lunch-cover': 'Lunch cover' }
const usualTurn: Readonly<Record<Rota, readonly [string, string]>> = {
  duty: ['09:00', '17:00'],
  'lunch-cover': ['12:00', '14:00'],
}

async function rotaPage(
  { store, visitor: { acting }, query, formToken }: PageAsked<Visitor>,
  typed: Fields,
  { faults, asks }: FormSaid,
) {
  const names = await diaryNames(store, acting)
  const own = names.staff.find(({ staffId }) => staffId === acting.staffId)?.teamId
  const teamId = textIn(typed, 'team') || (own ?? names.teams.find(({ ended }) => !ended)?.id ?? '')
  const rota = rotas.find((each) => each === textIn(typed, 'rota')) ?? 'duty'
  const monday = mondayOf(dayIn(typed, store.now()))
  const turns = await turnsBetween(store, acting, { from: monday, to: monday + 6 })
  if (isRefused(turns)) return turns
  const own7 = turns.filter((turn) => turn.teamId === teamId && turn.rota === rota)
  return {
    title: 'Rotas',
    content: (
      <>
        <h1 class="govuk-heading-l">Rotas</h1>
        <Choosing names={names} teamId={teamId} rota={rota} monday={monday} />
        {acting.may.has('cases.write') && teamId !== '' ? (
          <Setting
            names={names}
            teamId={teamId}
            rota={rota}
            monday={monday}
            turns={own7}
            typed={typed}
            faults={faults}
            asks={asks}
            token={formToken}
          />
        ) : (
          <ul class="govuk-list">
            {own7.map(({ onDay, staffId }) => (
              <li>{`${longDay(onDay)}: ${names.staffName(staffId)}`}</li>
            ))}
          </ul>
        )}
      </>
    ),
    faults,
    notice: faults.length === 0 && textIn(query, 'done') === 'set' ? 'The rota is set.' : undefined,
    back: { href: local`/diary`, text: 'Diary' },
  }
}

interface Chosen {
  readonly names: DiaryNames
  readonly teamId: string
  readonly rota: Rota
  readonly monday: Day
}

function Choosing({ names, teamId, rota, monday }: Chosen): Raw {
  return (
    <>
      <form method="get" action={local`/rotas`} class="bar">
        <input type="hidden" name="day" value={formatDay(monday)} />
        <Select name="team" label="Team" choices={teamChoices(names, 'Choose')} chosen={teamId} />
        <Select
          name="rota"
          label="Rota"
          choices={rotas.map((value) => ({ value, label: rotaWords[value] }))}
          chosen={rota}
        />
        <button type="submit" class="govuk-button govuk-button--secondary">
          Show
        </button>
      </form>
      <p class="govuk-body kept-row-links">
        <a class="govuk-link" href={local`/rotas?day=${formatDay(monday - 7)}&team=${teamId}&rota=${rota}`}>
          Week before
        </a>{' '}
        <a class="govuk-link" href={local`/rotas?day=${formatDay(monday + 7)}&team=${teamId}&rota=${rota}`}>
          Week after
        </a>
      </p>
    </>
  )
}

function Setting(
  props: Chosen &
    FormSaid & { readonly turns: readonly Turn[]; readonly typed: Fields; readonly token: string },
): Raw {
  const { names, teamId, rota, monday, turns, typed, token } = props
  const [faults, asks] = [props.faults, props.asks]
  const days = [0, 1, 2, 3, 4].map((each) => monday + each)
  const isSent = Object.hasOwn(typed, 'from')
  const [from, until] = usualTurn[rota]
  return (
    <Form action={local`/rotas`} token={token}>
      <input type="hidden" name="day" value={formatDay(monday)} />
      <input type="hidden" name="team" value={teamId} />
      <input type="hidden" name="rota" value={rota} />
      <h2 class="govuk-heading-m">{`${rotaWords[rota]}, ${names.placeName(teamId) ?? ''}: the week from ${dayText(monday)}`}</h2>
      {days.map((day) => (
        <Select
          name={`on-${dayOfWeek(day)}`}
          label={longDay(day)}
          choices={staffOrNobody(names, 'Nobody')}
          chosen={
            isSent
              ? textIn(typed, `on-${dayOfWeek(day)}`)
              : (turns.find(({ onDay }) => onDay === day)?.staffId ?? '')
          }
          faults={faults}
        />
      ))}
      <Field name="from" label="From" type="time" value={textIn(typed, 'from') || from} faults={faults} />
      <Field name="until" label="Until" type="time" value={textIn(typed, 'until') || until} faults={faults} />
      <Checkbox
        name="receptionTold"
        label="Reception knows who is down"
        checked={textIn(typed, 'receptionTold') === 'yes'}
        faults={faults}
      />
      <Checkbox
        name="groupPickUp"
        label="Calls are picked up by the group, or sent on"
        checked={textIn(typed, 'groupPickUp') === 'yes'}
        faults={faults}
      />
      <ActOverrides asks={asks} typed={typed} faults={faults} />
      <Button>Set the rota</Button>
    </Form>
  )
}

function rotaIn(fields: Fields, monday: Day): RotaToSet | Refused {
  const rota = rotas.find((each) => each === textIn(fields, 'rota'))
  const fromMinute = typedTime(textIn(fields, 'from'))
  const untilMinute = typedTime(textIn(fields, 'until'))
  if (rota === undefined) return refused('not valid', 'which rota is missing', 'choose it', '/rota')
  if (fromMinute === undefined)
    return refused('not valid', 'this is not a time', 'write it as 09:00', '/from')
  if (untilMinute === undefined)
    return refused('not valid', 'this is not a time', 'write it as 17:00', '/until')
  const overrides = overridesIn(fields)
  return {
    rota,
    teamId: textIn(fields, 'team'),
    days: [0, 1, 2, 3, 4].map((each) => {
      const chosen = textIn(fields, `on-${each + 1}`)
      return { onDay: monday + each, staffIds: chosen === '' ? [] : [chosen] }
    }),
    fromMinute,
    untilMinute,
    receptionTold: textIn(fields, 'receptionTold') === 'yes',
    groupPickUp: textIn(fields, 'groupPickUp') === 'yes',
    ...(overrides !== undefined && { overrides }),
  }
}

function mondayOf(day: Day): Day {
  return day - (dayOfWeek(day) - 1)
}
