import type { Visitor } from '#store/people/sessions.ts'
import type { PageAsked, PageRoute, Who } from '../layout/page-route.ts'

/**
 * Declares a stream of events for a page that is live. `watch` gives a stamp; whenever that is another than before, whoever
 * listens is told `changed`, and fetches the page again. It is asked anew every few seconds, as whoever they still are, so that
 * it must be quick.
 */
export function liveRoute({
  path,
  who,
  watch,
}: {
  readonly path: string
  readonly who: Exclude<Who, 'anybody' | 'half way'>
  readonly watch: (asked: PageAsked<Visitor>) => Promise<string>
}): PageRoute {
  return {
    method: 'GET',
    path,
    who,
    watch,
    handle: async () => {
      throw new Error('a stream is watched, not drawn')
    },
  }
}
