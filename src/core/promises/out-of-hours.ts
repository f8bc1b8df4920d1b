/** Which day may be day zero for what comes after closing. */
export const outOfHours = ['same day', 'next working day'] as const

export type OutOfHours = (typeof outOfHours)[number]
