import type { Fault } from '#core/promises/shape/fault.ts'
import { optional, recordOf } from '#core/promises/shape/fields.ts'
import { text } from '#core/promises/shape/reader.ts'
import { openReading } from '#core/promises/shape/reading.ts'

/** What a queue log cannot say of itself. */
export interface QueueLogOptions {
  /** Which queue refused a call that could have been for several. */
  readonly refusedQueue?: string
}

const options = recordOf({
  refused_queue: optional(text, 'The queue of a refused call, where the way in leads to several queues.'),
})

/** The options of a YAML file, or every fault in it. */
export function parseOptions(written: string, file: string): QueueLogOptions | readonly Fault[] {
  const reading = openReading(written, file)
  const read = options.read(reading.root, '', reading)
  return read === undefined || reading.faults.length > 0 ? reading.faults : read
}
