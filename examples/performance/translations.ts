import { inNotation } from '#core/documents/plain-text-notation.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { sourceDocument } from '#http/formats/sources.ts'
import { publishTranslation } from '#store/translations/check-translations.ts'
import { listTranslations } from '#store/translations/read-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import type { PerformanceGround } from './ground.ts'
import { placeOf } from './public-places.ts'

/**
 * The leaflet in Welsh, published, and in Arabic, in hand. Nobody translated them: they are a few lines made up for the demonstration,
 * and say so.
 */
export async function recordTranslations(ground: PerformanceGround): Promise<Refused | undefined> {
  const [writer, checker] = [actingAs(ground, 'performance officer'), actingAs(ground, 'publisher')]
  if (writer === undefined || checker === undefined) return undefined
  const there = await listTranslations(ground.store, writer, { document: 'leaflet' })
  if (isRefused(there)) return there
  if (there.length > 0) return undefined
  const welsh = await written(ground, writer, { ...inWelsh, language: 'cy' })
  if (isRefused(welsh)) return welsh
  const sent = await sendTranslation(ground.store, writer, welsh)
  if (isRefused(sent)) return sent
  const published = await publishTranslation(ground.store, checker, {
    ...welsh,
    revision: welsh.revision + 1,
  })
  if (isRefused(published)) return published
  const arabic = await written(ground, writer, { ...inArabic, language: 'ar' })
  return isRefused(arabic) ? arabic : undefined
}

async function written(
  { store, acting, slug }: PerformanceGround,
  writer: Acting,
  { language, ...text }: typeof inWelsh & { readonly language: string },
) {
  const wanted = await wantTranslation(store, writer, { document: 'leaflet', language })
  if (isRefused(wanted)) return wanted
  const name = placeOf(slug).landlord
  const source = await sourceDocument(store, acting, { document: 'leaflet', landlord: { name } })
  if (isRefused(source)) return source
  return writeTranslation(store, writer, { ...wanted, ...text, revision: 1, sourceText: inNotation(source) })
}

function actingAs({ acting, staffIds }: PerformanceGround, role: Role): Acting | undefined {
  const staffId = staffIds.get(role)
  if (staffId === undefined) return undefined
  return { landlord: acting.landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
}

const inWelsh = {
  title: 'Ein safonau gwasanaeth',
  text: `Enghraifft yn unig yw hon. (This is an example only.)

## Ateb y ffôn

- Rydym yn ateb y ffôn o fewn 20 eiliad.
- Ffoniwch ni ar 01632 960101.

## Cwynion

Dywedwch wrthym beth aeth o’i le. Byddwn yn ateb eich llythyr o fewn 10 diwrnod gwaith.

## Oriau agor

Dydd Llun i ddydd Gwener: 9.00 – 17.00
Dydd Sadwrn: ar gau`,
  translator: 'Made up for the demonstration',
  byProgram: false,
}

const inArabic = {
  title: 'معايير خدمتنا',
  text: `هذا مثال فقط. (This is an example only.)

## الهاتف

- اتصل بنا على الرقم 01632 960101.
- نجيب على المكالمات خلال 20 ثانية.

## الشكاوى

أخبرنا بما حدث. نجيب على رسالتك خلال 10 أيام عمل.`,
  translator: 'Made up for the demonstration',
  byProgram: true,
}
