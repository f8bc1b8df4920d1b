/** Prints what a measured process did, for the one that started it. */
export function tellUse(told: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(told))
}
