import type { PublicPage } from './public-route.ts'

/** A public page that says what is wrong, and what to do instead. */
export function publicProblem(status: number, title: string, says: string): PublicPage {
  return {
    status,
    title,
    content: (
      <>
        <h1>{title}</h1>
        {says !== '' && <p>{says}</p>}
      </>
    ),
  }
}
