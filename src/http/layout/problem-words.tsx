import { local } from '../html/local.ts'
import type { PageWords } from './page.tsx'

/** A page that says what is wrong, and leads home. */
export function problemWords(title: string, says: string): PageWords {
  return {
    title,
    content: (
      <>
        <h1>{title}</h1>
        {says !== '' && <p>{says}</p>}
        <p>
          <a href={local`/`}>Go to your first page</a>
        </p>
      </>
    ),
  }
}
