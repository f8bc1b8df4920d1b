import type { DocumentBlock } from '#core/documents/document.ts'
import { closedBecause, hoursOn, type OpenLine, type OpenNow, openNow } from '#core/publishing/open-lines.ts'
import { dayInWords, dayNear, lineInWords, nextInWords, weekInWords } from '#core/publishing/hours-words.ts'
import { lineText } from '#core/publishing/site-pages.ts'
import { blocksOfText } from '#core/publishing/text-blocks.ts'
import type { Raw } from '../../html/raw.ts'
import type { View } from '../document-pages.tsx'
import { blocksHtml, pageDocument, type ViewGround } from './ground.tsx'
import { Linked } from './linked.tsx'

/** When each office and line is open: on a screen what is open now as well, on paper the week. */
export function hoursView(ground: ViewGround): View {
  const { site, shown, now, title } = ground
  const open = openNow(site.edition, now)
  const { 'out-of-hours': outOfHours = '', more = '' } = shown.texts
  return {
    title,
    document: pageDocument(ground, hoursBlocks(ground, open)),
    freshUntil: open.freshUntil,
    content: (
      <>
        <h1>{title}</h1>
        <div class="kept-lines">
          {open.lines.map((line) => (
            <Line line={line} ground={ground} />
          ))}
        </div>
        {outOfHours !== '' && (
          <>
            <h2>When we are closed</h2>
            {blocksHtml(blocksOfText(outOfHours))}
          </>
        )}
        <h2>Bank holidays and other days we are closed</h2>
        {blocksHtml(closedBlocks(ground, open))}
        {more !== '' && blocksHtml(blocksOfText(more, 2))}
      </>
    ),
  }
}

/** What stands on the page for one line. */
function Line({ line, ground }: { readonly line: OpenLine; readonly ground: ViewGround }): Raw {
  const { site, shown, now } = ground
  const number = shown.texts[lineText(line.name)] ?? ''
  const today = closedBecause(site.edition, site.edition.calendar.zone.dayOf(now))
  return (
    <section class="kept-line" aria-labelledby={`line-${line.name}`}>
      <h2 id={`line-${line.name}`}>{lineInWords(line.name)}</h2>
      <p class="kept-screen-only">
        <strong class={`govuk-tag ${line.isOpen ? 'govuk-tag--green' : 'govuk-tag--grey'}`}>
          {line.isOpen ? 'Open now' : 'Closed now'}
        </strong>{' '}
        {nextInWords(line, site.edition.calendar.zone, now)}
        {today !== undefined && !line.isOpen && ` Today is ${today}.`}
      </p>
      {number !== '' && (
        <p class={number.includes('\n') ? 'kept-line__address' : 'kept-line__number'}>
          <Linked text={number} />
        </p>
      )}
      <dl class="kept-week">
        {weekInWords(line.hours).map(({ days, open }) => (
          <div>
            <dt>{days}</dt>
            <dd>{open}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function hoursBlocks({ site, shown, ...rest }: ViewGround, open: OpenNow): readonly DocumentBlock[] {
  const { 'out-of-hours': outOfHours = '', more = '' } = shown.texts
  return [
    ...open.lines.flatMap(({ name, hours }): readonly DocumentBlock[] => [
      { kind: 'heading', level: 2, text: lineInWords(name) },
      ...blocksOfText(shown.texts[lineText(name)] ?? ''),
      {
        kind: 'facts',
        facts: weekInWords(hours).map(({ days, open: when }) => ({ name: days, value: when })),
      },
    ]),
    ...(outOfHours === ''
      ? []
      : [{ kind: 'heading', level: 2, text: 'When we are closed' } as const, ...blocksOfText(outOfHours)]),
    { kind: 'heading', level: 2, text: 'Bank holidays and other days we are closed' },
    ...closedBlocks({ site, shown, ...rest }, open),
    ...blocksOfText(more, 2),
  ]
}

function closedBlocks({ site, now }: ViewGround, open: OpenNow): readonly DocumentBlock[] {
  const { edition } = site
  const today = edition.calendar.zone.dayOf(now)
  const { nextHoliday: holiday, closures, holidaysUnknown } = open
  const lines: string[] = []
  if (holidaysUnknown)
    lines.push('The bank holidays to come are not known to this page yet. Ring before you visit.')
  if (holiday !== undefined) {
    const when = dayNear(holiday.on, today)
    lines.push(`The next bank holiday is on ${when}: ${holiday.why}.`)
  }
  const then = holiday?.on ?? closures[0]?.on
  const openThen =
    then === undefined ? [] : open.lines.filter(({ hours }) => hoursOn(edition, hours, then).length > 0)
  if (holiday !== undefined && openThen.length === 0) lines.push('Every line is closed then.')
  return [
    ...(lines.length > 0 ? [{ kind: 'paragraph', lines: [lines.join(' ')] } as const] : []),
    ...(openThen.length === 0 || then === undefined
      ? []
      : [
          { kind: 'paragraph', lines: ['Open on days when the rest is closed:'] } as const,
          {
            kind: 'list',
            items: openThen.map(
              ({ name, hours }) => `${lineInWords(name)}: ${dayInWords(hoursOn(edition, hours, then))}`,
            ),
          } as const,
        ]),
    ...(closures.length === 0
      ? []
      : [
          {
            kind: 'facts',
            facts: closures.map(({ on, to, why }) => ({
              name: on === to ? dayNear(on, today) : `${dayNear(on, today)} to ${dayNear(to, today)}`,
              value: `closed: ${why}`,
            })),
          } as const,
        ]),
  ]
}
