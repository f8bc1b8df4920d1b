import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'

/** Leads to the next page of a list, where there is one. */
export function NextPage({ href }: { readonly href: Url | undefined }): Raw {
  if (href === undefined) return <></>
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        Next page
      </a>
    </p>
  )
}
