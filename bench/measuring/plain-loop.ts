// Started by rows.ts with a file: the baseline. Reads its lines, parses each as JSON, and does nothing else with it.
import { createReadStream } from 'node:fs'
import { tellUse } from './used.ts'

let events = 0
let characters = 0
let rest = ''
for await (const chunk of createReadStream(process.argv[2] ?? '', {
  encoding: 'utf8',
  highWaterMark: 1 << 20,
})) {
  const lines = `${rest}${String(chunk)}`.split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) {
    const event = JSON.parse(line) as { readonly type: string }
    events += 1
    characters += event.type.length
  }
}
tellUse({ events, characters })
