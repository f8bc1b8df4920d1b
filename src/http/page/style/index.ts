import { chart } from './chart.ts'
import { colours } from './colours.ts'
import { layout } from './layout.ts'
import { paper } from './paper.ts'
import { words } from './words.ts'

/** The page's one style sheet. Nothing in it comes from outside, so it may stand in the page as it is. */
export const style: string = [colours, words, layout, chart, paper].join('').replace(/\n\s*/g, '\n')
