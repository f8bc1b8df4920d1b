import type { Document } from '#core/documents/document.ts'
import { type Acting, publicActing } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import {
  dropRecordings,
  keepRecording,
  listRecordings,
  type RecordedForm,
  type Recording,
} from '#store/recordings/recordings.ts'
import { readSite } from '#store/public/site.ts'
import { listPublished, readPublished } from '#store/reports/published.ts'
import type { Store } from '#store/store.ts'
import { voiceVersion } from '../formats/document-speech.ts'
import { cannot, type Format, formats } from '../formats/formats.ts'
import { saidBy } from '../formats/said-by.ts'
import { reportDocument } from '../reports/report-document.ts'
import { leafletShown } from './leaflet-shown.ts'

/** The latest reports: what is older is read aloud when somebody asks for it. */
const mostReports = 40

/**
 * Reads aloud what is published and is not kept as it is read now: reports and the leaflet, which take minutes. What is kept is
 * left as it is, so that doing it again costs nothing; what is no longer published is dropped.
 */
export async function makeRecordings(
  store: Store,
  acting: Acting,
  { signal, forms = formats, voiceNow = voiceVersion }: Recorder,
): Promise<Refused | undefined> {
  const voice = await voiceNow()
  if (voice === undefined) return undefined
  const wanted = await publishedToRead(store, publicActing(acting.landlord))
  if (isRefused(wanted)) return wanted
  const dropped = await dropRecordings(store, acting, { but: wanted.map(({ document }) => document) })
  if (isRefused(dropped)) return dropped
  for (const published of wanted) {
    const made = await record(store, acting, { published, voice, signal, forms })
    if (isRefused(made)) return made
  }
  return undefined
}

/** With what it is read aloud. */
export interface Recorder {
  readonly signal: AbortSignal
  readonly forms?: readonly Format[]
  /** The voice and its version; nothing where this machine has none. */
  readonly voiceNow?: () => Promise<string | undefined>
}

/** Something published, and how what it says is found. */
interface Published {
  readonly document: string
  readonly source: string
  read(): Promise<Document | Refused>
}

async function publishedToRead(store: Store, anybody: Acting): Promise<readonly Published[] | Refused> {
  const site = await readSite(store, anybody)
  // Who has no standards yet has published nothing.
  if (isRefused(site)) return []
  const reports = await listPublished(store, anybody)
  if (isRefused(reports)) return reports
  const shown = site.shown.get('leaflet')
  const leaflet = shown && leafletShown(site.edition, shown)
  return [
    ...(leaflet ? [{ document: 'leaflet', source: saidBy(leaflet), read: async () => leaflet }] : []),
    ...reports.slice(0, mostReports).map(({ reportId, digest }) => ({
      document: `report:${reportId}`,
      source: digest,
      read: async () => {
        const found = await readPublished(store, anybody, { reportId })
        return isRefused(found) ? found : reportDocument(found.content, { name: found.content.landlord })
      },
    })),
  ]
}

interface ToRecord extends Required<Pick<Recorder, 'signal' | 'forms'>> {
  readonly published: Published
  readonly voice: string
}

async function record(
  store: Store,
  acting: Acting,
  { published, voice, signal, forms }: ToRecord,
): Promise<Refused | undefined> {
  const says = await published.read()
  if (isRefused(says)) return says
  const { document, source } = published
  for (const format of forms) {
    const form = recordedForm(format)
    if (form === undefined || cannot(format, says.language) !== undefined) continue
    if (signal.aborted) throw new Error('the worker is stopping before everything was read aloud')
    const recording: Recording = { document, form, source, said: saidBy(says), voice }
    const kept = await listRecordings(store, acting)
    if (isRefused(kept)) return kept
    if (kept.some((each) => isSame(each, recording))) continue
    const bytes = await format.make(says, { isAhead: true })
    // What is too long to be read aloud is told to whoever asks for it.
    if (isRefused(bytes) && bytes.because === 'too large') continue
    if (isRefused(bytes)) return bytes
    const done = await keepRecording(store, acting, { ...recording, bytes })
    if (isRefused(done)) return done
  }
  return undefined
}

/** The form as recordings have it, of one that takes so long that it is made ahead. */
export function recordedForm({ name }: Format): RecordedForm | undefined {
  return name === 'audio' || name === 'audio-mp3' ? name : undefined
}

function isSame(kept: Recording, now: Recording): boolean {
  return (['document', 'form', 'source', 'said', 'voice'] as const).every((part) => kept[part] === now[part])
}
