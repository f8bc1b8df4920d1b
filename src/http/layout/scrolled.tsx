import type { Child, Raw } from '../html/raw.ts'

/** A table of many columns, moved sideways by itself on a narrow screen; by the keyboard too, so its place is named and can be reached. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: Child }): Raw {
  return (
    <div class="kept-scroll" role="region" aria-label={label} tabindex={0}>
      {children}
    </div>
  )
}
