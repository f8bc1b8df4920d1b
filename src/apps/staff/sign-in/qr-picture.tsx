import { encode } from 'uqr'
import type { Raw } from '#http/html/raw.ts'

/** An address as a picture that a telephone reads: drawn here, so that what it says goes nowhere else. */
export function QrPicture({ says, called }: { readonly says: string; readonly called: string }): Raw {
  const { data, size } = encode(says, { ecc: 'M', border: 2 })
  return (
    <div class="picture">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={called} focusable="false">
        <path d={data.map(rowPath).join('')} />
      </svg>
    </div>
  )
}

/** One row: each run of dark squares is one bar. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const from = x
    while (row[x] === true) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`
  }
  return path
}
