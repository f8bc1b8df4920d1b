import type { Found } from './checked.ts'

/**
 * Sentences that hide who does it: a form of “to be”, perhaps a word between, and a participle. retext’s own rule looks
 * for the word “by” and so finds few; letters leave out by whom.
 */
export function passivesIn(text: string): readonly Found[] {
  return Array.from(text.matchAll(passive), (match) => match)
    .filter((match) => !states.has((match.groups?.['done'] ?? '').toLowerCase()))
    .map((match) => ({
      about: 'passive' as const,
      quote: match[0].replaceAll(/\s+/g, ' '),
      at: match.index,
      says: 'Say who does it: “we …” or “you …”.',
    }))
}

const irregular =
  'born|broken|brought|built|caught|chosen|done|drawn|driven|felt|found|given|held|kept|known|laid|led|left|lost|made|met|paid|put|' +
  'read|seen|sent|set|shown|spoken|spent|taken|taught|thought|told|understood|withdrawn|written'

const passive = new RegExp(
  `\\b(?:am|is|are|was|were|be|been|being)\\s+(?:(?:not|also|now|already|soon|still|only|being|been|\\w+ly)\\s+){0,2}(?<done>\\w+ed|${irregular})\\b`,
  'giu',
)

/** They say how somebody is, not what was done. */
const states: ReadonlySet<string> = new Set(
  (
    'ashamed aged bored closed concerned confused delighted disabled disappointed entitled experienced finished frightened ' +
    'interested limited located married pleased prepared qualified related relieved satisfied scared supposed surprised ' +
    'tired used worried'
  ).split(' '),
)
