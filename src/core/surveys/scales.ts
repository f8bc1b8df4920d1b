/** What may be answered to a question, as facts hold it and as people read it. */
export interface AnswerChoice {
  readonly answer: string | number
  readonly label: string
}

/** The scales a question may have. An answer in one’s own words is no fact: it goes into the drawer. */
export const scales = {
  satisfaction: {
    says: 'How satisfied, in five steps',
    choices: [
      { answer: 'very-satisfied', label: 'Very satisfied' },
      { answer: 'fairly-satisfied', label: 'Fairly satisfied' },
      { answer: 'neither', label: 'Neither satisfied nor dissatisfied' },
      { answer: 'fairly-dissatisfied', label: 'Fairly dissatisfied' },
      { answer: 'very-dissatisfied', label: 'Very dissatisfied' },
    ],
  },
  'yes-no': {
    says: 'Yes or no',
    choices: [
      { answer: 'yes', label: 'Yes' },
      { answer: 'no', label: 'No' },
    ],
  },
  'nought-to-ten': {
    says: 'A mark from 0 to 10',
    choices: Array.from({ length: 11 }, (_, mark) => ({ answer: mark, label: String(mark) })),
  },
  words: { says: 'In their own words', choices: [] },
} as const satisfies Readonly<
  Record<string, { readonly says: string; readonly choices: readonly AnswerChoice[] }>
>

export type ScaleName = keyof typeof scales

/** Tells the name of a scale from other text. */
export function isScaleName(text: unknown): text is ScaleName {
  return typeof text === 'string' && Object.hasOwn(scales, text)
}

/** What may be answered on a scale, the best first; nothing where people write in their own words. */
export function choicesOf(scale: ScaleName): readonly AnswerChoice[] {
  return scales[scale].choices
}
