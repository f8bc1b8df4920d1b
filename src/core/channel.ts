/** Every way in which something reaches us or leaves us. */
export const channels = [
  'telephone',
  'letter',
  'e-mail',
  'text',
  'voicemail',
  'message',
  'web',
  'reception',
  'home',
] as const

export type Channel = (typeof channels)[number]
