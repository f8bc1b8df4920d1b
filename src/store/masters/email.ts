/** An address without blanks around it; undefined where no mail could go to it. Only a mail shows whether it arrives. */
export function tidyEmail(text: string): string | undefined {
  const email = text.trim()
  const parts = /^([^\s@<>"(),:;\\[\]]{1,64})@([\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?)$/u.exec(
    email,
  )
  const domain = parts?.[2] ?? ''
  return email.length <= 254 && domain.includes('.') && !domain.includes('..') ? email : undefined
}
