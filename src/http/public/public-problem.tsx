import type { Because, Refused } from '#core/refused.ts'
import { documentOf } from '../html/jsx-runtime.ts'
import type { Url } from '../html/url.ts'
import { sentence } from '../layout/fault.ts'
import type { ProblemShown } from '../server/pages.ts'
import { PublicFrame } from './public-frame.tsx'
import type { PublicPage } from './public-route.ts'

/** A refusal as a public page; where it comes in a while, with the way to ask again. */
export function refusedPage({ because, refusal, fix }: Refused, again?: Url): PublicPage {
  const title = sentence(refusal).replace(/[.]$/, '')
  const page = problemPage(statusFor[because], title, fix === undefined ? '' : sentence(fix))
  if (because !== 'too many' || again === undefined) return page
  const content = (
    <>
      {page.content}
      <p>
        <a href={again}>Ask for it again</a>
      </p>
    </>
  )
  return { ...page, content }
}

const statusFor: Readonly<Record<Because, number>> = {
  'not valid': 422,
  // Nobody can be allowed more here.
  'not allowed': 404,
  'not found': 404,
  'changed meanwhile': 409,
  'already there': 409,
  'too large': 413,
  // Somebody was there before; it comes in a while.
  'too many': 503,
}

function problemPage(status: number, title: string, says: string): PublicPage {
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

/** There is nobody of this name. */
export const nobodyHere = problemPage(
  404,
  'There is no landlord at this address',
  'Look at how the address is written.',
)

/** There is nothing at this address of the landlord. */
export const noSuchPage = problemPage(
  404,
  'There is no page at this address',
  'It may have been taken down, or the address may be written otherwise. The links on this page lead to everything there is.',
)

/** A whole page for a problem with a public page that no page of its own can show; nothing where it is no public page. */
export function publicProblemPage({
  status,
  title,
  detail,
  requestId,
  path,
}: ProblemShown): string | undefined {
  if (!/^\/public(\/|$)/.test(path)) return undefined
  const says = `${detail} If you tell somebody of this, tell them this too: ${requestId}`
  return documentOf(PublicFrame({ around: {}, page: problemPage(status, title, says), path }))
}
