import { colours } from '#http/page/style/colours.ts'
import { layout } from '#http/page/style/layout.ts'
import { paper } from '#http/page/style/paper.ts'
import { words } from '#http/page/style/words.ts'

/** The style sheet of the page, from the same parts as those of the reports. */
export const docsStyle: string = [
  colours,
  words,
  layout,
  paper,
  `
  code { font-family: ui-monospace, "Liberation Mono", Consolas, monospace; font-size: .95em; overflow-wrap: anywhere; }
  .example { background: var(--wash); border: 1px solid var(--rule); padding: .75rem 1rem; overflow-x: auto; }
  .example code { overflow-wrap: normal; }
  .scrolls { overflow-x: auto; }
  table { margin: 0 0 1.5rem; }
  caption { font-weight: 700; color: var(--ink); }
  h4 { font-size: 1rem; margin: 1rem 0 .35rem; }
  `,
]
  .join('')
  .replace(/\n\s*/g, '\n')
