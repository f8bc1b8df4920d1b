import type { Raw } from '#http/html/raw.ts'
import { govuk } from '#http/govuk/index.ts'
import type { LetterGround } from '#store/letters/letter-ground.ts'

/** What whoever writes must know of the reader: how they would rather be reached, and what they need to read us. */
export function CustomerNeeds({ ground }: { readonly ground: LetterGround }): Raw {
  const { customer, needs } = ground
  const told = [...preferred(customer?.preferredChannel ?? undefined), ...needs.map(needSays)]
  if (told.length === 0) return <></>
  return govuk.insetText({
    html: (
      <ul class="govuk-list">
        {told.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    ),
  })
}

function preferred(channel: string | undefined): readonly string[] {
  if (channel === undefined) return []
  return [`They would rather be reached by ${channel === 'home' ? 'a visit at home' : channel}.`]
}

function needSays(need: string): string {
  return says[need] ?? `They need: ${need.replaceAll('-', ' ')}.`
}

const says: Readonly<Record<string, string>> = {
  'large-print': 'They need large print. The letter is set in large letters.',
  braille: 'They need Braille. Once the letter is written, its page makes Braille of it.',
  audio: 'They need it read aloud. Once the letter is written, its page makes a recording of it.',
  'easy-read': 'They need easy read: short words and pictures.',
  'no-letters': 'They asked for no letters.',
  'no-telephone': 'They asked us not to ring.',
  translation: 'They need it in another language. Ask for a translation on the case.',
}
