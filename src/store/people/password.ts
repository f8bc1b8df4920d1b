import { hash, verify } from '@node-rs/argon2'
import { type Refused, refused } from '#core/refused.ts'

/** Hashing of passwords: slow on purpose, in the threads that Node keeps for such work. */
export interface Passwords {
  hashOf(password: string): Promise<string | Refused>
  /**
   * Whether it is the password of this hash. Where there is none, one is worked out all the same, so that a stranger
   * cannot tell by the clock who exists.
   */
  isRight(password: string, hashed: string | undefined): Promise<boolean | Refused>
}

/** Each takes 19 MiB and some 20 ms of a core: beyond this many at once, whoever comes next is asked to wait. */
const mostAtOnce = 40

/** Hashing as OWASP advises: argon2id with 19 MiB, two passes, one lane. */
export function openPasswords(): Passwords {
  let atOnce = 0
  const nobodys = hash('the password of nobody at all', cost)
  const inTurn = async <Done>(work: () => Promise<Done>): Promise<Done | Refused> => {
    if (atOnce >= mostAtOnce)
      return refused('too many', 'too many people are signing in at once', 'try again in a moment')
    atOnce++
    try {
      return await work()
    } finally {
      atOnce--
    }
  }
  return {
    hashOf: (password) => inTurn(() => hash(inNormalForm(password), cost)),
    isRight: (password, hashed) =>
      inTurn(async () => {
        const right = await verify(hashed ?? (await nobodys), inNormalForm(password))
        return right && hashed !== undefined
      }),
  }
}

/** The library’s own algorithm where none is named is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One keyboard writes é as one character and another as two. */
function inNormalForm(password: string): string {
  return password.normalize('NFKC')
}
