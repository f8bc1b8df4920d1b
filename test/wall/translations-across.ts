import { publishTranslation } from '#store/translations/check-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Store } from '#store/store.ts'
import { done } from '#test/store/databases.ts'

/** Somebody else of the same landlord, who checks. */
export function second(acting: Acting): Acting {
  return { ...acting, by: 'staff:second' }
}

/** A translation of A’s that says its name, published and being written anew; gives its id. */
export async function translationOfA(store: Store, a: Acting, name: string): Promise<string> {
  const { translationId } = done(await wantTranslation(store, a, { document: 'leaflet', language: 'cy' }))
  const typed = {
    translationId,
    title: name,
    text: name,
    translator: name,
    byProgram: false,
    sourceText: name,
  }
  done(await writeTranslation(store, a, { ...typed, revision: 1 }))
  done(await sendTranslation(store, a, { translationId, revision: 2 }))
  done(await publishTranslation(store, second(a), { translationId, revision: 3 }))
  return translationId
}
