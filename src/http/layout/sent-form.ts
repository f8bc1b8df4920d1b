import type { FastifyRequest } from 'fastify'
import { type Refused, refused } from '#core/refused.ts'
import { type Fields, fieldsFrom } from './fields.ts'
import type { SentFile } from './sent-file.ts'

interface SentForm {
  readonly fields: Fields
  readonly files: readonly SentFile[]
}

const megabyte = 1_000_000
/** Of all files of a form together. */
const mostBytes = 10 * megabyte
const limits = {
  fileSize: mostBytes,
  files: 10,
  fields: 200,
  fieldSize: 100_000,
  fieldNameSize: 100,
  parts: 210,
}

/** What a form sent that may send files. Without any, browsers may also send it as they send other forms. */
export async function sentForm(request: FastifyRequest): Promise<SentForm | Refused> {
  if (!request.isMultipart()) return { fields: fieldsFrom(request.body), files: [] }
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + megabyte) return tooLarge()
  try {
    return await readParts(request)
  } catch (error) {
    return refusalOf(error)
  }
}

async function readParts(request: FastifyRequest): Promise<SentForm | Refused> {
  const fields = new Map<string, string | string[]>()
  const files: SentFile[] = []
  let bytes = 0
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') add(fields, part.fieldname, part.value)
    else {
      const file = { name: part.fieldname, bytes: await part.toBuffer(), type: part.mimetype.slice(0, 100) }
      bytes += file.bytes.length
      // A field for a file that was left empty comes as one without name and bytes.
      if (part.filename !== '') files.push({ ...file, filename: nameOf(part.filename) })
    }
    // The stream must be read to its end all the same; what comes after is read and let go.
    if (bytes > mostBytes) return tooLarge()
  }
  return { fields: fieldsFrom(Object.fromEntries(fields)), files }
}

function add(fields: Map<string, string | string[]>, name: string, value: unknown): void {
  if (typeof value !== 'string') return
  const before = fields.get(name)
  fields.set(name, before === undefined ? value : [before, value].flat())
}

/** As the sender’s browser says, without what no file should be called by. */
function nameOf(filename: string): string {
  return filename
    .toWellFormed()
    .replace(/[\p{Cc}/\\]/gu, '')
    .slice(-200)
}

const codesOfLimits = new Set([
  'FST_REQ_FILE_TOO_LARGE',
  'FST_FILES_LIMIT',
  'FST_FIELDS_LIMIT',
  'FST_PARTS_LIMIT',
])

/** What is sent is another’s, so that whatever is wrong with it is theirs to mend. */
function refusalOf(error: unknown): Refused {
  if (codesOfLimits.has((error as { readonly code?: string }).code ?? '')) return tooLarge()
  return refused('not valid', 'the form did not come whole', 'send it once more')
}

function tooLarge(): Refused {
  return refused('too large', 'these files are too large', 'send 10 files of 10 MB together at the most')
}
