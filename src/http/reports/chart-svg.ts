import { RunChartDrawing } from '#http/chart/run-chart.tsx'
import type { Series } from '#http/chart/series.ts'
import { markupOf } from '#http/html/raw.ts'

/**
 * A run chart as a drawing that needs no style sheet: for a document, which is drawn on a page, on paper and in a PDF. It is
 * drawn in the colour of the text around it, so that dark screens and forced colours follow; whoever does not see it is
 * given words instead (`describe`), so that its own name is left out.
 */
export function chartSvg(series: Series): string {
  const markup = markupOf(RunChartDrawing({ id: 'chart', title: '', series }))
  return markup
    .replaceAll(/<(title|desc)\b[^>]*>[^]*?<\/\1>/g, '')
    .replaceAll(/ (?:role|focusable|aria-[a-z]+)="[^"]*"/g, '')
    .replaceAll(/ class="([^"]*)"/g, (_, names: string) => attributesOf(names))
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}

function attributesOf(names: string): string {
  return names
    .split(' ')
    .flatMap((name) => looks[name] ?? [])
    .map((look) => ` ${look}`)
    .join('')
}

const blue = '#1d70b8'

/** What each class of the drawing looks like (`http/page/style/chart.ts`), as attributes. */
const looks: Readonly<Record<string, string>> = {
  label: 'font-family="Arial, Helvetica, sans-serif" font-size="15" fill="currentColor"',
  grid: 'stroke="currentColor" stroke-opacity="0.15" stroke-width="1"',
  foot: 'stroke="currentColor" stroke-opacity="0.7" stroke-width="1.5"',
  band: 'fill="currentColor" fill-opacity="0.06"',
  mean: 'stroke="currentColor" stroke-width="1.5"',
  limit: 'stroke="currentColor" stroke-opacity="0.7" stroke-width="1.5" stroke-dasharray="6 5"',
  target: 'stroke="currentColor" stroke-width="2.5" stroke-dasharray="2 4"',
  line: `fill="none" stroke="${blue}" stroke-width="2.5" stroke-linejoin="round"`,
  gap: `fill="none" stroke="${blue}" stroke-width="1.25" stroke-dasharray="1 5" stroke-linecap="round"`,
  // Which names of months a narrow screen leaves out, so that the others can be larger (`http/style/_formats.scss`).
  fine: 'class="fine"',
  'mark-plain': `fill="${blue}"`,
  'mark-outside': 'fill="currentColor"',
  'mark-run': 'fill="currentColor"',
  'mark-trend': 'fill="currentColor"',
}
