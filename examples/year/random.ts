/** Chance that can be told again: the same seed gives the same draws, on any machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  chance(share: number): boolean
  between(least: number, most: number): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** One of several, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  exponential(mean: number): number
  /** The sum of so many exponential waits: the higher the shape, the closer to the mean. */
  erlang(shape: number, mean: number): number
  /** How many of something rare happen where `mean` do on average. */
  poisson(mean: number): number
}

/** A stream of chance of its own for each name, so that one part of the year never moves another. */
export function randomNamed(name: string): Random {
  const next = sfc32(hashed(name))
  const between = (least: number, most: number) => least + (most - least) * next()
  const exponential = (mean: number) => -Math.log(1 - next()) * mean
  const erlang = (shape: number, mean: number) => {
    let sum = 0
    for (let i = 0; i < shape; i++) sum += exponential(mean / shape)
    return sum
  }
  return {
    next,
    chance: (share) => next() < share,
    between,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
    weighted: (choices) => weightedBy(choices, next()),
    exponential,
    erlang,
    poisson: (mean) => poissonOf(mean, next),
  }
}

function weightedBy<T>(choices: readonly (readonly [T, number])[], share: number): T {
  let left = share * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return (choices.at(-1) as readonly [T, number])[0]
}

/** Knuth's way; large means are cut in pieces so that the product stays above zero. */
function poissonOf(mean: number, next: () => number): number {
  let count = 0
  for (let left = mean; left > 0; left -= 30) {
    const limit = Math.exp(-Math.min(left, 30))
    for (let product = next(); product > limit; product *= next()) count++
  }
  return count
}

type Seed = readonly [number, number, number, number]

/** Chris Doty-Humphrey's small fast counting generator: 32-bit whole numbers only, so exact everywhere. */
function sfc32([one, two, three, four]: Seed): () => number {
  let a = one
  let b = two
  let c = three
  let counter = four
  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + mixed) | 0
    return (mixed >>> 0) / 4294967296
  }
  for (let warm = 0; warm < 12; warm++) next()
  return next
}

/** FNV-1a from four beginnings. */
function hashed(name: string): Seed {
  const from = (basis: number) => {
    let hash = basis
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619)
    return hash | 0
  }
  return [from(2166136261), from(2654435769), from(1013904223), from(3266489917)]
}
