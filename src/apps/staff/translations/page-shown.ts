import type { Document } from '#core/documents/document.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { TranslationRow } from '#store/translations/translation-row.ts'

/** What the page of a translation is drawn from. */
export interface TranslationPageShown {
  readonly translation: TranslationRow & {
    readonly isOutOfDate: boolean
    readonly isShownOutOfDate: boolean
    readonly sourceNow: string | undefined
  }
  /** What the document says now; undefined where it is no longer published. */
  readonly source: Document | undefined
  readonly landlord: { readonly name: string }
  readonly names: ReadonlyMap<string, string>
  readonly mayWrite: boolean
  readonly mayPublish: boolean
  /** Whoever wrote it cannot be the second person. */
  readonly isOwn: boolean
  readonly typed?: TypedText | undefined
  readonly faults: readonly Fault[]
  readonly token: string
}

/** What was typed and refused, to be shown again. */
export interface TypedText {
  readonly title: string
  readonly text: string
  readonly translator: string
  readonly byProgram: boolean
}
