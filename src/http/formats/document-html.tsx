import type { Document, DocumentBlock, DocumentChart, DocumentTable } from '#core/documents/document.ts'
import { runsOf } from '#core/documents/plain-text-directions.ts'
import { headLines } from '#core/documents/plain-text-head.ts'
import { noticesOf } from '#core/documents/plain-text-notice.ts'
import { type Child, type Raw, raw } from '#http/html/raw.ts'

/** What the page around it shows already. */
export interface HtmlChoices {
  readonly without?: 'title' | 'head'
  /** The heading that it stands below: its own begin one level further down. */
  readonly below?: 'h2'
}

/**
 * A document as part of a page: its own language and direction, headings, lists, tables with their caption and headings, charts
 * with their alternative. `without: 'title'` leaves its first heading to the page; `'head'` its publisher and date too.
 */
export function documentHtml(document: Document, { without, below }: HtmlChoices = {}): Raw {
  const say: Say = document.direction === 'rtl' ? isolatedIn : (text) => text
  return (
    <article class="kept-document" lang={document.language} dir={document.direction}>
      {without === undefined && titleHtml(document, say, below)}
      {without !== 'head' && (
        <p class="govuk-body-s kept-document__head">{broken(headLines(document), say)}</p>
      )}
      {noticesOf(document).map((notice) => (
        <p class="govuk-inset-text" lang="en-GB" dir="ltr">
          {notice}
        </p>
      ))}
      {document.blocks.map((block) => blockHtml(block, say, below))}
    </article>
  )
}

type Say = (text: string) => Child

/** Numbers, references and names keep their own direction in a text from right to left. */
function isolatedIn(text: string): Child {
  return runsOf(text).map((run) => (run.isLeftToRight ? <bdi dir="ltr">{run.text}</bdi> : run.text))
}

function titleHtml({ title }: Document, say: Say, below: HtmlChoices['below']): Raw {
  if (below === 'h2') return <h3 class="govuk-heading-l">{say(title)}</h3>
  return <h1 class="govuk-heading-l">{say(title)}</h1>
}

function headingHtml({ level, text }: DocumentHeading, say: Say, below: HtmlChoices['below']): Raw {
  const look = level === 2 ? 'govuk-heading-m' : 'govuk-heading-s'
  if (below === 'h2') return <h4 class={look}>{say(text)}</h4>
  return level === 2 ? <h2 class={look}>{say(text)}</h2> : <h3 class={look}>{say(text)}</h3>
}

type DocumentHeading = Extract<DocumentBlock, { readonly kind: 'heading' }>

function blockHtml(block: DocumentBlock, say: Say, below: HtmlChoices['below']): Raw {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block, say, below)
    case 'paragraph':
      return <p class="govuk-body">{broken(block.lines, say)}</p>
    case 'list':
      return listHtml(block.items, block.ordered === true, say)
    case 'facts':
      return (
        <dl class="govuk-summary-list">
          {block.facts.map(({ name, value }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{say(name)}</dt>
              <dd class="govuk-summary-list__value">{broken(value.split('\n'), say)}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return tableHtml(block, say)
    case 'chart':
      return chartHtml(block, say)
  }
}

function listHtml(items: readonly string[], ordered: boolean, say: Say): Raw {
  const all = items.map((item) => <li>{say(item)}</li>)
  if (ordered) return <ol class="govuk-list govuk-list--number">{all}</ol>
  return <ul class="govuk-list govuk-list--bullet">{all}</ul>
}

/** A wide table can be moved sideways by the keyboard too, so its place is named and can be reached. */
function tableHtml({ caption, columns, rows }: DocumentTable, say: Say): Raw {
  const numeric = (place: number, part: 'header' | 'cell') =>
    columns[place]?.align === 'end'
      ? `govuk-table__${part} govuk-table__${part}--numeric`
      : `govuk-table__${part}`
  return (
    <div class="kept-document__table" role="region" tabindex={0} aria-label={caption}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">{say(caption)}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(({ title }, place) => (
              <th scope="col" class={numeric(place, 'header')}>
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(([about = '', ...rest]) => (
            <tr class="govuk-table__row">
              <th scope="row" class={headerOf(about)}>
                {say(about)}
              </th>
              {columns.slice(1).map((_, place) => (
                <td class={numeric(place + 1, 'cell')}>{say(rest[place] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The id of a promise is not broken at its hyphen. */
function headerOf(about: string): string {
  const isShort = about.length <= 12 && !about.includes(' ')
  return isShort ? 'govuk-table__header kept-document__whole' : 'govuk-table__header'
}

function chartHtml({ title, alternative, svg }: DocumentChart, say: Say): Raw {
  return (
    <figure class="kept-document__chart">
      <figcaption class="govuk-heading-s">{say(title)}</figcaption>
      {isDrawing(svg) ? (
        <div role="img" aria-label={alternative} dir="ltr">
          {raw(svg)}
        </div>
      ) : (
        <p class="govuk-body">{say(alternative)}</p>
      )}
    </figure>
  )
}

/** Our own charts have none of these; a drawing that does is left out, and its alternative stands there instead. */
function isDrawing(svg: string): boolean {
  return (
    svg.startsWith('<svg') && !/<(script|foreignobject|style|image|use|a)\b|\son\w+\s*=|href\s*=/i.test(svg)
  )
}

function broken(lines: readonly string[], say: Say): readonly Child[] {
  return lines.map((line, place) => (
    <>
      {place > 0 && <br />}
      {say(line)}
    </>
  ))
}
