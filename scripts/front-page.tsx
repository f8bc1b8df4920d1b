import type { Verdict } from '#core/promises/figure.ts'
import { isRefusal } from '#core/refusal.ts'
import { documentOf } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { url } from '#http/html/url.ts'
import { Document } from '#http/page/document.tsx'

/** One landlord's page, and how its promises stand. */
export interface MeasuredLandlord {
  /** The page's file, beside the front page. */
  readonly page: string
  readonly landlord: string
  readonly title: string
  readonly verdicts: readonly Verdict[]
}

/** The page that leads to every landlord's page. */
export function frontPage(measured: readonly MeasuredLandlord[]): string {
  return documentOf(
    <Document title="Promises kept: an example year" landlord="Kept">
      <h1>Promises kept: an example year</h1>
      <p class="lede">
        The promises are those the landlords published. What happened in the year is made up, to show what
        Kept makes of it.
      </p>
      <table>
        <caption>How each landlord’s promises stand</caption>
        <thead>
          <tr>
            <th scope="col">Landlord</th>
            {columns.map(([title]) => (
              <th scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measured.map((each) => (
            <Row each={each} />
          ))}
        </tbody>
      </table>
    </Document>,
  )
}

const columns: readonly (readonly [title: string, verdict?: Verdict])[] = [
  ['Promises'],
  ['Met', 'met'],
  ['Missed', 'missed'],
  ['Nothing to count', 'nothing to count'],
]

function Row({ each }: { readonly each: MeasuredLandlord }): Raw {
  return (
    <tr>
      <th scope="row">
        <Link page={each.page} words={each.landlord} />
        <br />
        <span class="small">{each.title}</span>
      </th>
      {columns.map(([, verdict]) => (
        <td class="number">
          {each.verdicts.filter((one) => verdict === undefined || one === verdict).length}
        </td>
      ))}
    </tr>
  )
}

function Link({ page, words }: { readonly page: string; readonly words: string }): Raw {
  const address = url(page)
  if (isRefusal(address)) throw new Error(address.refusal)
  return <a href={address}>{words}</a>
}
