import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { newId } from '#store/new-id.ts'

/** The boxes of the page, by their names. A draft is their content, word for word. */
const boxNames = [
  'draft',
  'who',
  'customer',
  'new-name',
  'new-telephone',
  'new-address',
  'new-postcode',
  'from',
  'subject',
  'details',
  'matter',
  'neighbour',
  'about',
  'complainant',
  'priority',
  'hate',
  'format',
  'language',
  'praise',
  'channel',
  'received',
  'received-time',
  'urgent',
  'stamped',
  'case',
  'call',
  'outcome',
  'reply',
  'back',
  'back-time',
  'team',
  'holder',
  'told',
  'through',
  'named',
  'briefed',
  'helper',
  'wanted',
  'away',
  'reachable',
  'alternative',
  'caller-telephone',
  'caller-address',
  'keep',
] as const

export type Box = (typeof boxNames)[number]

/** What was typed of a contact; every box is there, empty or not. */
export type Typed = Readonly<Record<Box, string>> & {
  /** Why a promise is not kept here, by the promise. */
  readonly overrides: Readonly<Record<string, string>>
}

const longBoxes: ReadonlySet<Box> = new Set(['details', 'reply', 'new-address', 'caller-address'])

/** What was typed, from a form or a draft. A page that was never sent gets a draft of its own. */
export function typedFrom(fields: Fields): Typed {
  const boxes = boxNames.map((name) => [
    name,
    longBoxes.has(name) ? longTextIn(fields, name) : textIn(fields, name),
  ])
  const typed = Object.fromEntries(boxes) as Record<Box, string>
  const draft = isDraftId(typed.draft) ? typed.draft : newId()
  return {
    ...typed,
    draft,
    channel: typed.channel || 'telephone',
    matter: typed.matter || 'question',
    from: typed.from || 'customer',
    case: typed.case || 'new',
    outcome: typed.outcome || 'answered',
    keep: typed.keep || 'me',
    overrides: overridesIn(fields),
  }
}

/** Tells the id of a draft from other text. */
export function isDraftId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(text)
}

/** What a draft keeps: the boxes that hold something. */
export function toKeep(typed: Typed): Readonly<Record<string, string>> {
  const boxes = boxNames.map((name) => [name, typed[name]] as const).filter(([, text]) => text !== '')
  const overrides = Object.entries(typed.overrides).map(([id, reason]) => [`override-${id}`, reason])
  return Object.fromEntries([...boxes, ...overrides]) as Record<string, string>
}

/** Whether somebody typed anything that would be a pity to lose. */
export function isWorthKeeping(typed: Typed): boolean {
  const said: readonly Box[] = ['who', 'customer', 'new-name', 'subject', 'details', 'reply']
  return said.some((name) => typed[name] !== '')
}

const mostOverrides = 20

function overridesIn(fields: Fields): Readonly<Record<string, string>> {
  const chosen = Object.keys(fields)
    .filter((name) => /^override-[\w.-]{1,40}$/.test(name) && textIn(fields, name) !== '')
    .slice(0, mostOverrides)
  return Object.fromEntries(chosen.map((name) => [name.slice('override-'.length), textIn(fields, name)]))
}
