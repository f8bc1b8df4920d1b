import { Fragment } from '#http/html/jsx-runtime'
import type { Child, Raw } from '#http/html/raw.ts'
import { anchor, type Url } from '#http/html/url.ts'

/** The same words as an attribute, as a child and in lists within lists. */
export function Wordy({ words }: { readonly words: string }): Raw {
  return (
    <p id={words}>
      {words}
      <strong>{[words, [words]]}</strong>
    </p>
  )
}

/** Whatever stands between two tags. */
export function Between({ children }: { readonly children: Child }): Raw {
  return <Fragment>{children}</Fragment>
}

/** Attributes that are given, only true, or not given. */
export function Attributes(): Raw {
  return (
    <details id={undefined} open hidden={false}>
      <a href={anchor('a "b" #c')}>x</a>
    </details>
  )
}

/** Never called: each line holds that the compiler refuses what a page may not contain. */
export function refusedByTheCompiler(): readonly Raw[] {
  return [
    // @ts-expect-error a script is not an element of ours
    <script>1</script>,
    // @ts-expect-error styles stand in the style sheet
    <p style="color: red">x</p>,
    // @ts-expect-error no attribute runs code
    <p onclick="x">x</p>,
    // @ts-expect-error no attribute takes raw markup
    <p dangerouslySetInnerHTML={{ __html: 'x' }} />,
    // @ts-expect-error a link needs a checked address
    <a href="javascript:alert(1)">x</a>,
    // @ts-expect-error a style sheet is vouched for
    <style>{'p {}'}</style>,
    // @ts-expect-error a condition that is true leaves no text
    <p>{true}</p>,
    <a href={'/checked' as Url}>x</a>,
  ]
}
