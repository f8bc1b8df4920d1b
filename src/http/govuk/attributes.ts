/** More attributes for an element of a macro: none that runs code or sets a style. Without a value where it is `true`. */
export type Attributes = {
  readonly [name in Allowed]?:
    | string
    | { readonly value: string | boolean | undefined; readonly optional?: boolean }
}

type Allowed =
  | `data-${string}`
  | `aria-${string}`
  | 'id'
  | 'lang'
  | 'dir'
  | 'role'
  | 'tabindex'
  | 'hidden'
  | 'accesskey'
  | 'maxlength'
  | 'autocomplete'
  | 'multiple'
  | 'accept'
  | 'min'
  | 'max'
  | 'step'
