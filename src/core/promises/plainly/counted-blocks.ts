import type { DocumentBlock } from '#core/documents/document.ts'
import { capitalised } from '#core/capitalised.ts'
import type { PlainSentence } from './plain-sentence.ts'

/** The same as pieces of a document: sentences that follow each other stand in one paragraph, lists below theirs. */
export function countedBlocks(sentences: readonly PlainSentence[]): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let said: string[] = []
  const end = () => {
    if (said.length > 0) blocks.push({ kind: 'paragraph', lines: [said.join(' ')] })
    said = []
  }
  for (const { says, items, apart } of sentences) {
    if (apart === true) end()
    said.push(capitalised(says))
    if (items === undefined) continue
    end()
    blocks.push({ kind: 'list', items })
  }
  end()
  return blocks
}
