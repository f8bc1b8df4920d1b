/** Letters and paper that somebody may ask for: each pair has a contrast of 7 to 1 or more, as large print guidance asks. */
export const colours = {
  'black on white': { ink: '#000000', paper: '#ffffff' },
  'black on cream': { ink: '#000000', paper: '#fff6dc' },
  'black on yellow': { ink: '#000000', paper: '#ffee66' },
  'black on pale green': { ink: '#000000', paper: '#dff5df' },
  'navy on pale blue': { ink: '#0b1f4b', paper: '#dcecff' },
  'white on black': { ink: '#ffffff', paper: '#000000' },
  'yellow on black': { ink: '#ffff00', paper: '#000000' },
} as const satisfies Readonly<Record<string, { readonly ink: string; readonly paper: string }>>

export type Colours = keyof typeof colours

/** Tells the name of a pair from other text. */
export function isColours(text: string): text is Colours {
  return Object.hasOwn(colours, text)
}

/** The least and the most large print may be, in points. */
export const largePrintSizes = { least: 16, most: 28, usual: 18 } as const
