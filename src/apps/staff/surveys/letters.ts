import type { Refused } from '#core/refused.ts'
import { bandOf } from '#core/surveys/bands.ts'
import { choicesOf } from '#core/surveys/scales.ts'
import type { Question } from '#core/surveys/survey.ts'
import type { Block, LetterInputs } from '#http/pdf/pdf-templates.ts'
import { typeset } from '#http/pdf/typeset.ts'
import type { SurveyLetter } from '#store/surveys/print-letters.ts'

/** What stands on every one of the letters. */
export interface LettersGround {
  readonly landlord: string
  /** Where they come from and go back to, line by line. */
  readonly office: string | undefined
  readonly date: string
  /** Where the code can be typed in: `https://…/public/the-landlord/surveys`. */
  readonly site: string
  readonly questions: readonly Question[]
  /** What is asked of people themselves. */
  readonly bands: readonly string[]
}

/** The letters that invite people, with the questions to be answered on paper and the code to answer by link. */
export function surveyLetters(
  letters: readonly SurveyLetter[],
  ground: LettersGround,
): Promise<Uint8Array | Refused> {
  return typeset('letters', {
    title: 'Letters that invite to a survey',
    letters: letters.map((letter) => letterOf(letter, ground)),
  })
}

function letterOf(letter: SurveyLetter, ground: LettersGround): LetterInputs {
  const { landlord, office, date } = ground
  return {
    head: { landlord, ...(office !== undefined && { lines: [office.split('\n').join(', ')] }) },
    subject: letter.again ? 'Would you still tell us how we did?' : 'How did we do?',
    to: [letter.name, ...letter.address],
    date,
    body: bodyOf(letter, ground),
  }
}

function bodyOf(
  { name, introduction, code, again }: SurveyLetter,
  { landlord, site, questions, bands }: LettersGround,
): readonly Block[] {
  return [
    paragraph(`Dear ${name}`),
    ...(again
      ? [paragraph('We asked you this before. If you have no time for it, you need do nothing.')]
      : []),
    ...introduction.split(/\n\s*\n/).map((text) => paragraph(...text.split('\n'))),
    paragraph(
      'Answer at this address with your code, or tick your answers here and send us this letter back:',
    ),
    paragraph(site, `Your code: ${code}`),
    paragraph(
      'The code works once. Your answers are kept without your name: we cannot tell which are yours. If you would rather not be asked again, tell us.',
    ),
    ...questions.flatMap(questionBlocks),
    ...aboutYou(bands),
    ticks(['Please do not ask me again, in any survey']),
    paragraph('Thank you.', landlord),
  ]
}

function questionBlocks({ text, scale }: Question): readonly Block[] {
  const choices = choicesOf(scale)
  const heading: Block = { kind: 'heading', text }
  if (scale === 'words') return [heading, paragraph(line, line)]
  if (scale === 'nought-to-ten')
    return [heading, paragraph(`Ring one: ${choices.map(({ label }) => label).join('   ')}`)]
  return [heading, ticks(choices.map(({ label }) => label))]
}

function aboutYou(strands: readonly string[]): readonly Block[] {
  const asked = strands.flatMap((strand) => bandOf(strand) ?? [])
  if (asked.length === 0) return []
  return [
    paragraph(
      'About you. You need not answer these. They are shown only as sums of ten people or more, so that we can see whether we serve everybody alike.',
    ),
    ...asked.flatMap(({ asks, choices }): readonly Block[] => [
      { kind: 'heading', text: asks },
      ticks(choices.map(({ label }) => label)),
    ]),
  ]
}

function ticks(labels: readonly string[]): Block {
  return paragraph(...labels.map((label) => `[   ]  ${label}`))
}

const line = '.'.repeat(90)

function paragraph(...lines: readonly string[]): Block {
  return { kind: 'paragraph', lines }
}
