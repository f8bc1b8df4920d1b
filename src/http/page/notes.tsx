import { of } from '#core/promises/in-words.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'

/** What a reader must know before trusting the figures: at most so many, for a file may have a fault in every row. */
export function Notes({ notes }: { readonly notes: readonly string[] }): Raw {
  if (notes.length === 0) return <Fragment />
  const more = notes.length - mostNotes
  return (
    <section class="notes" aria-labelledby="page-notes">
      <h2 id="page-notes">Before you use these figures</h2>
      <ul>
        {notes.slice(0, mostNotes).map((note) => (
          <li>{note}</li>
        ))}
        {more > 0 && <li>And {of(more, 'more note')} of this kind.</li>}
      </ul>
    </section>
  )
}

const mostNotes = 20
