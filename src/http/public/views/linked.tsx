import type { Child, Raw } from '../../html/raw.ts'
import type { Url } from '../../html/url.ts'

/** A text in which telephone numbers and e-mail addresses can be pressed. */
export function Linked({ text }: { readonly text: string }): Raw {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      {lines.map((line, place) => (
        <>
          {place > 0 && <br />}
          {linkedParts(line)}
        </>
      ))}
    </>
  )
}

const pressable = /(\b0[\d ]{8,14}\d\b|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/g

function linkedParts(line: string): Child {
  return line.split(pressable).map((part, place) => {
    if (place % 2 === 0) return part
    const scheme = part.includes('@') ? 'mailto:' : 'tel:'
    return (
      <a class="govuk-link" href={`${scheme}${part.replaceAll(' ', '')}` as Url}>
        {part}
      </a>
    )
  })
}
