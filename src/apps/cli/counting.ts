/** Shows on a terminal how far something has come; elsewhere it says nothing. */
export function countingOn(terminal: NodeJS.WriteStream = process.stderr) {
  let shownAt = 0
  return {
    show(text: string): void {
      const now = performance.now()
      if (!terminal.isTTY || now - shownAt < 100) return
      shownAt = now
      terminal.write(`\r\u001B[K${text}`)
    },
    done(): void {
      if (terminal.isTTY) terminal.write('\r\u001B[K')
    },
  }
}

/** A number as people read it: `1,234,567`. */
export function inThousands(many: number): string {
  return many.toLocaleString('en-GB')
}
