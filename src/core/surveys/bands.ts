/** A question about those who answer, and what they may choose. Nobody need answer it. */
export interface Band {
  readonly strand: string
  readonly asks: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What may be asked of people themselves, in wide bands: fine ones would point at somebody. */
export const bands: readonly Band[] = [
  {
    strand: 'age-band',
    asks: 'How old are you?',
    choices: [
      { value: 'under-35', label: 'Under 35' },
      { value: '35-64', label: '35 to 64' },
      { value: '65-or-over', label: '65 or over' },
    ],
  },
  {
    strand: 'disability',
    asks: 'Do you have a disability or a long illness?',
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  {
    strand: 'gender',
    asks: 'What is your gender?',
    choices: [
      { value: 'woman', label: 'Woman' },
      { value: 'man', label: 'Man' },
      { value: 'other', label: 'I describe myself in another way' },
    ],
  },
  {
    strand: 'ethnicity',
    asks: 'What is your ethnic group?',
    choices: [
      { value: 'white', label: 'White' },
      { value: 'mixed', label: 'Mixed or several ethnic groups' },
      { value: 'asian', label: 'Asian or Asian British' },
      { value: 'black', label: 'Black, African, Caribbean or Black British' },
      { value: 'other', label: 'Another ethnic group' },
    ],
  },
  {
    strand: 'language',
    asks: 'Is English your first language?',
    choices: [
      { value: 'english', label: 'Yes' },
      { value: 'another', label: 'No' },
    ],
  },
]

/** What somebody says who would rather not say. */
export const ratherNot = 'prefer-not-to-say'

/** The band of this name, where there is one. */
export function bandOf(strand: string): Band | undefined {
  return bands.find((each) => each.strand === strand)
}

/** What people chose, in words. */
export function bandWords(strand: string, value: string): string {
  if (value === ratherNot) return 'Would rather not say'
  return bandOf(strand)?.choices.find((each) => each.value === value)?.label ?? value
}
