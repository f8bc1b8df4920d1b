import { byAttention } from '#core/promises/attention.ts'
import type { Measured } from '#core/report.ts'
import { documentOf, Fragment } from '#http/html/jsx-runtime'
import { AttentionList } from './attention-list.tsx'
import { Document } from './document.tsx'
import { Groups } from './groups.tsx'
import { HowToRead } from './how-to-read.tsx'
import { Notes } from './notes.tsx'
import { OpenWork } from './open-work.tsx'
import { Overview } from './overview.tsx'
import { spanText } from './dates.ts'

/**
 * Everything measured as one page that needs nothing else: no network, no script, no font. It can be kept in a
 * folder, sent, printed, and read with a screen reader.
 */
export function measuredPage(measured: Measured): string {
  const { pack } = measured
  const promises = byAttention(measured)
  return documentOf(
    <Document title={`Promises kept, ${spanText(measured)} – ${pack.landlord}`} landlord={pack.landlord}>
      <Fragment>
        <Overview measured={measured} promises={promises} />
        <Notes notes={measured.notes} />
        <AttentionList promises={promises} />
        <OpenWork measured={measured} />
        <Groups promises={promises} />
        <HowToRead pack={pack} />
      </Fragment>
    </Document>,
  )
}
