/** The share of those asked who answered; nothing where nobody was asked. */
export function responseRate(answered: number, invited: number): number | undefined {
  return invited === 0 ? undefined : Math.min(1, answered / invited)
}
