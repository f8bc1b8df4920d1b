import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { govuk } from '#http/govuk/index.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { LetterShown, LettersAsked } from '#store/letters/read-letters.ts'
import { shortMoment } from '../times.ts'
import { codeInLine } from '../acts/field-words.ts'
import { channelWords, stateWords } from './letter-words.ts'

interface OutboxProps {
  readonly letters: readonly LetterShown[]
  readonly waiting: readonly { readonly channel: LetterShown['channel']; readonly letters: number }[]
  readonly asked: LettersAsked & Required<Pick<LettersAsked, 'state'>>
  readonly names: ReadonlyMap<string, string>
  /** The last of this page, where there are more. */
  readonly more: LetterShown | undefined
  /** Those that were ticked before something was wrong. */
  readonly ticked: ReadonlySet<string>
  readonly mayMark: boolean
  readonly mayRead: boolean
  readonly now: number
  readonly token: string
}

/** What waits to go out, and what has gone. */
export function OutboxView(props: OutboxProps): Raw {
  const { letters, waiting, asked, more } = props
  return (
    <>
      <h1 class="govuk-heading-l">Outbox</h1>
      <p class="govuk-body">{waitingWords(waiting)}</p>
      <States {...props} />
      {letters.length === 0 ? <p class="govuk-body">{nothing[asked.state]}</p> : <LettersToMark {...props} />}
      {more !== undefined && (
        <p>
          <a class="govuk-link" href={addressOf(asked, `${more.madeAt}.${more.letterId}`)}>
            Older ones
          </a>
        </p>
      )}
    </>
  )
}

/** What is printed or typed by hand is marked by whoever posted it; an e-mail marks itself. */
function LettersToMark(props: OutboxProps): Raw {
  const { letters, asked, mayMark, mayRead, token } = props
  const marks = mayMark && asked.state === 'waiting' && letters.some(({ channel }) => channel !== 'e-mail')
  if (!marks) return <Letters {...props} marks={false} />
  return (
    <Form action={local`/outbox`} token={token}>
      <Letters {...props} marks />
      <div class="govuk-button-group">
        {mayRead && letters.some(({ channel }) => channel === 'letter') && (
          <Button name="do" value="print" look="second">
            Print the ticked letters
          </Button>
        )}
        <Button name="do" value="posted">
          Mark as posted
        </Button>
      </div>
    </Form>
  )
}

function States({ asked }: OutboxProps): Raw {
  const states = ['waiting', 'failed', 'gone', 'withdrawn'] as const
  return (
    <nav class="moj-sub-navigation" aria-label="Which letters">
      <ul class="moj-sub-navigation__list">
        {states.map((state) => (
          <li class="moj-sub-navigation__item">
            <a
              class="moj-sub-navigation__link"
              href={local`/outbox?state=${state}`}
              aria-current={state === asked.state ? 'page' : undefined}
            >
              {stateWords[state]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Letters(props: OutboxProps & { readonly marks: boolean }): Raw {
  const { letters, marks } = props
  return (
    <Scrolled label="Letters">
      <table class="govuk-table">
        <TableHead columns={[...(marks ? ['Tick'] : []), 'What', 'To', 'Case', 'Written', 'State']} />
        <tbody class="govuk-table__body">
          {letters.map((letter) => (
            <Row {...props} letter={letter} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function Row({
  letter,
  names,
  now,
  marks,
  mayRead,
  ticked,
}: OutboxProps & { readonly marks: boolean; readonly letter: LetterShown }): Raw {
  const { letterId, caseId, channel, recipientId, customerId, madeAt } = letter
  return (
    <tr class="govuk-table__row">
      {marks && (
        <td class="govuk-table__cell">
          {channel !== 'e-mail' && <Mark letter={letter} ticked={ticked.has(letterId)} />}
        </td>
      )}
      <td class="govuk-table__cell">
        {mayRead ? (
          <a class="govuk-link" href={local`/letters/${letterId}`}>
            {whatWords(letter)}
          </a>
        ) : (
          whatWords(letter)
        )}
      </td>
      <td class="govuk-table__cell">{names.get(recipientId ?? customerId ?? '') ?? 'The customer'}</td>
      <td class="govuk-table__cell">
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          {caseId}
        </a>
      </td>
      <td class="govuk-table__cell">{shortMoment(madeAt, now)}</td>
      <td class="govuk-table__cell">{stateOf(letter)}</td>
    </tr>
  )
}

function Mark({ letter, ticked }: { readonly letter: LetterShown; readonly ticked: boolean }): Raw {
  const id = `posted-${letter.letterId}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="letters"
          value={letter.letterId}
          checked={ticked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{`${whatWords(letter)} of case ${letter.caseId}, written ${letter.letterId}`}</span>
        </label>
      </div>
    </div>
  )
}

function whatWords({ channel, actType, copyOf }: LetterShown): string {
  return `${channelWords[channel]}: ${codeInLine(actType)}${copyOf === null ? '' : ' (copy)'}`
}

function stateOf({ state, failedWhy }: LetterShown): Raw {
  const tag = govuk.tag({ text: stateWords[state], classes: colours[state] })
  return failedWhy === null || state !== 'failed' ? (
    tag
  ) : (
    <>
      {tag} {failedWhy}
    </>
  )
}

const colours: Readonly<Record<LetterShown['state'], string>> = {
  waiting: 'govuk-tag--yellow',
  gone: 'govuk-tag--green',
  failed: 'govuk-tag--red',
  withdrawn: 'govuk-tag--grey',
}

function waitingWords(waiting: OutboxProps['waiting']): string {
  if (waiting.length === 0) return 'Nothing waits to go out.'
  const counts = waiting.map(
    ({ channel, letters }) => `${letters} ${channelWords[channel].toLowerCase()}${letters === 1 ? '' : 's'}`,
  )
  return `Waiting: ${counts.join(', ')}. Print and post letters, then mark them here. E-mails and texts go once there is a way to send them.`
}

const nothing: Readonly<Record<LetterShown['state'], string>> = {
  waiting: 'There is nothing to post.',
  failed: 'Nothing failed.',
  gone: 'Nothing has gone yet.',
  withdrawn: 'Nothing was taken back.',
}

function addressOf({ state, channel }: OutboxProps['asked'], after: string): Url {
  return channel === undefined
    ? local`/outbox?state=${state}&after=${after}`
    : local`/outbox?state=${state}&channel=${channel}&after=${after}`
}
