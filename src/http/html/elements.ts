import type { Child, Raw } from './raw.ts'
import type { Url } from './url.ts'

/**
 * The elements a page may use. There is no `script`, and no attribute that runs code, sets a style or takes
 * raw markup: what is not named here does not compile.
 */
export interface Elements extends HtmlElements, SvgElements {}

interface HtmlElements extends Record<Plain, Global> {
  html: Global & { lang: string }
  meta: Leaf & { charset?: string; name?: string; content?: string; 'http-equiv'?: string }
  link: Leaf & { rel: string; href: Url; type?: string }
  title: Global
  /** Its text is not escaped by browsers either, so only vouched-for text may stand in it. */
  style: { children: Raw }
  a: Global & { href: Url }
  details: Global & { open?: boolean }
  time: Global & { datetime: string }
  abbr: Global & { title: string }
  ol: Global & { start?: number }
  th: Cell & { scope: 'row' | 'col' | 'rowgroup' | 'colgroup' }
  td: Cell
  br: Leaf
  hr: Leaf
  form: Global & {
    action: Url
    method: 'get' | 'post'
    novalidate?: boolean
    autocomplete?: 'off'
    /** For a form that sends files. */
    enctype?: 'multipart/form-data' | undefined
  }
  fieldset: Global & { disabled?: boolean }
  label: Global & { for: string }
  input: Leaf &
    Typed & {
      type: InputType
      value?: string | undefined
      checked?: boolean
      autocomplete?: string
      /** Of dates, times and numbers. */
      min?: string | undefined
      max?: string | undefined
      step?: string
      /** Of files. */
      accept?: string
      multiple?: boolean
    }
  select: Global & Named & { autocomplete?: string }
  option: Global & { value: string; selected?: boolean }
  textarea: Global & Typed & { rows?: number }
  button: Global & { type: 'submit'; name?: string; value?: string; disabled?: boolean; formaction?: Url }
}

type InputType =
  | 'hidden'
  | 'text'
  | 'email'
  | 'password'
  | 'search'
  | 'checkbox'
  | 'radio'
  | 'tel'
  | 'date'
  | 'time'
  | 'file'
  | 'number'

interface Named {
  name: string
  disabled?: boolean
}

interface Typed extends Named {
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'text'
  spellcheck?: 'true' | 'false'
  autocapitalize?: 'none' | 'characters' | 'sentences'
  maxlength?: number
}

type Plain =
  | 'head'
  | 'body'
  | 'header'
  | 'footer'
  | 'main'
  | 'nav'
  | 'section'
  | 'article'
  | 'div'
  | 'span'
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'ul'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'strong'
  | 'em'
  | 'bdi'
  | 'figure'
  | 'figcaption'
  | 'summary'
  | 'table'
  | 'caption'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'legend'
  | 'code'
  | 'kbd'
  | 'pre'
  | 'blockquote'

type Cell = Global & { colspan?: number; rowspan?: number }

interface SvgElements {
  svg: Drawn & { viewBox: string; width?: number; height?: number; focusable?: 'false' }
  g: Drawn
  desc: Global
  path: Drawn & { d: string }
  line: Drawn & { x1: number; y1: number; x2: number; y2: number }
  rect: Drawn & { x: number; y: number; width: number; height: number; rx?: number }
  circle: Drawn & { cx: number; cy: number; r: number }
  text: Drawn & { x: number; y: number; dy?: string; 'text-anchor'?: 'start' | 'middle' | 'end' }
}

interface Drawn extends Global {
  transform?: string | undefined
}

interface Leaf extends Global {
  children?: never
}

interface Global {
  id?: string | undefined
  class?: string | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto'
  role?: string | undefined
  tabindex?: 0 | -1
  hidden?: boolean
  /** With Alt, or what else the browser takes for it. */
  accesskey?: string
  /** For our own script: `data-live` is fetched anew, `data-autosave` kept as it is typed, `data-filter` swaps a region. */
  [data: `data-${string}`]: string | undefined
  [aria: `aria-${string}`]: string | undefined
  children?: Child
}
