import { isRefused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { Button, Choices, Form, Select } from '#http/layout/form.tsx'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { noteVoicemail, type StaffDiaryShown, staffDiaries } from '#store/diaries/staff-diaries.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type FormSaid, nothingSaid, saidOf } from '../acts/act-faults.ts'
import { ActOverrides } from '../acts/act-form.tsx'
import { overridesIn } from '../acts/act-from-form.ts'
import { shortMoment, todayOf } from '../times.ts'
import { type DiaryNames, diaryNames, staffOrNobody } from './names.ts'
import { whereWords } from './words.ts'

/** What callers hear while somebody is away, and whether their messages were picked up today. */
export const greetingPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/diary/greetings',
    who: 'cases.read',
    handle: (asked) => greetingsPage(asked, asked.query, nothingSaid),
  }),
  pageRoute({
    method: 'POST',
    path: '/diary/greetings',
    who: 'cases.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const says = listIn(fields, 'says')
      const isChanged = textIn(fields, 'do') === 'changed'
      const overrides = overridesIn(fields)
      const noted = await noteVoicemail(store, visitor.acting, {
        staffId: textIn(fields, 'staff'),
        ...(overrides !== undefined && { overrides }),
        ...(isChanged && {
          greeting: {
            name: says.includes('name'),
            date: says.includes('date'),
            back: says.includes('back'),
            alternative: says.includes('alternative'),
          },
        }),
      })
      if (!isRefused(noted))
        return { goTo: local`/diary/greetings?done=${isChanged ? 'changed' : 'checked'}` }
      const said = saidOf(noted, 'Tick what it says, or choose below why not.', (asks) =>
        asks.fields.length > 0 ? 'says' : undefined,
      )
      const page = await greetingsPage(asked, fields, said)
      return isRefused(page) ? page : { ...page, status: 422 }
    },
  }),
]

async function greetingsPage(
  { store, visitor: { acting }, query, formToken }: PageAsked<Visitor>,
  typed: Fields,
  { faults, asks }: FormSaid,
) {
  const diaries = await staffDiaries(store, acting)
  if (isRefused(diaries)) return diaries
  const names = await diaryNames(store, acting)
  const away = diaries.filter(({ awaySince }) => awaySince !== null)
  const mayWrite = acting.may.has('cases.write')
  return {
    title: 'Voicemail greetings',
    content: (
      <>
        <h1 class="govuk-heading-l">Voicemail greetings</h1>
        <p class="govuk-body">
          Messages of whoever is away are picked up every day, or their greeting says when they are back.
        </p>
        <h2 class="govuk-heading-m">Away now</h2>
        <Away away={away} names={names} now={store.now()} token={mayWrite ? formToken : undefined} />
        {mayWrite && (
          <Changed
            names={names}
            own={acting.staffId}
            typed={typed}
            faults={faults}
            asks={asks}
            token={formToken}
          />
        )}
      </>
    ),
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    back: { href: local`/diary`, text: 'Diary' },
  }
}

const notices: Readonly<Record<string, string>> = {
  checked: 'It is recorded that the messages were picked up.',
  changed: 'It is recorded what callers hear.',
}

function Away({
  away,
  names,
  now,
  token,
}: {
  readonly away: readonly StaffDiaryShown[]
  readonly names: DiaryNames
  readonly now: Instant
  readonly token: string | undefined
}): Raw {
  if (away.length === 0) return <p class="govuk-body">Nobody is away.</p>
  return (
    <ul class="rows">
      {away.map((diary) => {
        const name = names.staffName(diary.staffId)
        const isChecked = diary.checkedAt !== null && todayOf(diary.checkedAt) === todayOf(now)
        return (
          <li>
            <div>
              <h3 class="govuk-heading-s">{name}</h3>
              <p>
                {`${whereWords(diary.where)}${diary.backAt === null ? '' : `, back ${shortMoment(diary.backAt, now)}`}. `}
                {diary.greetingAt === null
                  ? 'The greeting was not changed.'
                  : `Greeting changed ${shortMoment(diary.greetingAt, now)}${diary.isGreetingWhole ? '' : ', not complete'}.`}
              </p>
              <p>
                <strong class={`govuk-tag govuk-tag--${isChecked ? 'green' : 'orange'}`}>
                  {isChecked ? 'Picked up today' : 'Not picked up today'}
                </strong>
              </p>
            </div>
            {token !== undefined && !isChecked && (
              <Form action={local`/diary/greetings`} token={token}>
                <input type="hidden" name="staff" value={diary.staffId} />
                <Button look="second" about={name}>
                  Messages picked up
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Changed({
  names,
  own,
  typed,
  faults,
  asks,
  token,
}: FormSaid & {
  readonly names: DiaryNames
  readonly own: string | undefined
  readonly typed: Fields
  readonly token: string
}): Raw {
  return (
    <section>
      <h2 class="govuk-heading-m">A greeting was changed</h2>
      <Form action={local`/diary/greetings`} token={token}>
        <input type="hidden" name="do" value="changed" />
        <Select
          name="staff"
          label="Whose?"
          choices={staffOrNobody(names, 'Choose')}
          chosen={textIn(typed, 'staff') || own}
          faults={faults}
        />
        <Choices
          name="says"
          legend="What does it say?"
          kind="several"
          choices={[
            { value: 'name', label: 'Their name' },
            { value: 'date', label: 'The date' },
            { value: 'back', label: 'When they are back' },
            { value: 'alternative', label: 'Whom to ring who cannot wait' },
          ]}
          chosen={listIn(typed, 'says')}
          faults={faults}
        />
        <ActOverrides asks={asks} typed={typed} faults={faults} />
        <Button>Record it</Button>
      </Form>
    </section>
  )
}
