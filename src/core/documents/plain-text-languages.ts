/** A language in which something may be asked for or published. */
export interface Language {
  /** BCP 47. */
  readonly code: string
  /** What staff call it. */
  readonly name: string
  /** What its readers call it, in their own script. */
  readonly own: string
  readonly direction: 'ltr' | 'rtl'
}

/** The languages that can be chosen, by their English name. */
export const languages: readonly Language[] = [
  { code: 'sq', name: 'Albanian', own: 'Shqip', direction: 'ltr' },
  { code: 'am', name: 'Amharic', own: 'አማርኛ', direction: 'ltr' },
  { code: 'ar', name: 'Arabic', own: 'العربية', direction: 'rtl' },
  { code: 'bn', name: 'Bengali', own: 'বাংলা', direction: 'ltr' },
  { code: 'bg', name: 'Bulgarian', own: 'Български', direction: 'ltr' },
  { code: 'zh-Hans', name: 'Chinese (simplified)', own: '简体中文', direction: 'ltr' },
  { code: 'zh-Hant', name: 'Chinese (traditional)', own: '繁體中文', direction: 'ltr' },
  { code: 'fr', name: 'French', own: 'Français', direction: 'ltr' },
  { code: 'gd', name: 'Gaelic', own: 'Gàidhlig', direction: 'ltr' },
  { code: 'gu', name: 'Gujarati', own: 'ગુજરાતી', direction: 'ltr' },
  { code: 'he', name: 'Hebrew', own: 'עברית', direction: 'rtl' },
  { code: 'hi', name: 'Hindi', own: 'हिन्दी', direction: 'ltr' },
  { code: 'hu', name: 'Hungarian', own: 'Magyar', direction: 'ltr' },
  { code: 'ga', name: 'Irish', own: 'Gaeilge', direction: 'ltr' },
  { code: 'it', name: 'Italian', own: 'Italiano', direction: 'ltr' },
  { code: 'ckb', name: 'Kurdish (Sorani)', own: 'کوردیی ناوەندی', direction: 'rtl' },
  { code: 'lv', name: 'Latvian', own: 'Latviešu', direction: 'ltr' },
  { code: 'lt', name: 'Lithuanian', own: 'Lietuvių', direction: 'ltr' },
  { code: 'ps', name: 'Pashto', own: 'پښتو', direction: 'rtl' },
  { code: 'fa', name: 'Persian', own: 'فارسی', direction: 'rtl' },
  { code: 'pl', name: 'Polish', own: 'Polski', direction: 'ltr' },
  { code: 'pt', name: 'Portuguese', own: 'Português', direction: 'ltr' },
  { code: 'pa', name: 'Punjabi', own: 'ਪੰਜਾਬੀ', direction: 'ltr' },
  { code: 'ro', name: 'Romanian', own: 'Română', direction: 'ltr' },
  { code: 'ru', name: 'Russian', own: 'Русский', direction: 'ltr' },
  { code: 'sk', name: 'Slovak', own: 'Slovenčina', direction: 'ltr' },
  { code: 'so', name: 'Somali', own: 'Soomaali', direction: 'ltr' },
  { code: 'es', name: 'Spanish', own: 'Español', direction: 'ltr' },
  { code: 'ta', name: 'Tamil', own: 'தமிழ்', direction: 'ltr' },
  { code: 'ti', name: 'Tigrinya', own: 'ትግርኛ', direction: 'ltr' },
  { code: 'tr', name: 'Turkish', own: 'Türkçe', direction: 'ltr' },
  { code: 'uk', name: 'Ukrainian', own: 'Українська', direction: 'ltr' },
  { code: 'ur', name: 'Urdu', own: 'اردو', direction: 'rtl' },
  { code: 'vi', name: 'Vietnamese', own: 'Tiếng Việt', direction: 'ltr' },
  { code: 'cy', name: 'Welsh', own: 'Cymraeg', direction: 'ltr' },
]

/** A language by its code; undefined where it is none that can be chosen. */
export function languageOf(code: string): Language | undefined {
  return languages.find((each) => each.code === code)
}

/** What staff call a language: its name, or its code where it has none here. */
export function languageName(code: string): string {
  if (/^en(-|$)/i.test(code)) return 'English'
  return languageOf(code)?.name ?? languageOf(code.split('-')[0] ?? '')?.name ?? code
}
