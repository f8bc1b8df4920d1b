/** Says something to whoever hears the page, without moving them from where they are. */
export function say(text: string, into = document.getElementById('kept-said')): void {
  if (into !== null && into.textContent !== text) into.textContent = text
}

/** The time of day as the pages write it: 14:05. */
export function timeNow(): string {
  return new Date().toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })
}
