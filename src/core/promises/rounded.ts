import type { GroupCounted } from './compared.ts'

/** Numbers of people’s profiles are shown in steps of this. */
const step = 5

/**
 * To the nearest five. Figures of two spans of months that differ by a day would otherwise show, one taken from the other, what
 * became of a single person.
 */
export function rounded<Group extends GroupCounted>(group: Group): Group {
  return {
    ...group,
    kept: Math.min(nearest(group.kept), nearest(group.of)),
    of: nearest(group.of),
    counted: nearest(group.counted),
  }
}

function nearest(count: number): number {
  return Math.round(count / step) * step
}
