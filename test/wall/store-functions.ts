import { parseSync } from 'oxc-parser'
import { filesUnder, wordsOf } from '#test/house/tree.ts'

/** Every exported function of the store that is called on behalf of somebody: `name(store, acting, …)`. */
export function storeFunctions(): readonly string[] {
  return filesUnder('src/store')
    .filter((path) => path.endsWith('.ts'))
    .flatMap(functionsIn)
}

function functionsIn(path: string): readonly string[] {
  const text = wordsOf(path)
  const { program } = parseSync(path, text)
  return program.body.flatMap((each) => {
    if (each.type !== 'ExportNamedDeclaration' || each.declaration?.type !== 'FunctionDeclaration') return []
    const { id, params } = each.declaration
    const types = params
      .slice(0, 2)
      .map((param) => /:\s*(\w+)$/.exec(text.slice(param.start, param.end))?.[1])
    return types[0] === 'Store' && types[1] === 'Acting' && id !== null ? [id.name] : []
  })
}
