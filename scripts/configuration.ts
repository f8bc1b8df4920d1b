import { type Variable, variables } from '#apps/config/variables.ts'

/** docs/configuration.md: every variable of the environment that Kept reads. */
export function configurationOf(): string {
  const rows = Object.entries<Variable>(variables).map(
    ([name, { says, takes, usual, secret }]) =>
      `| \`${name}\` | ${says} | ${takes} | ${usualText(usual)} |${secret ? ' yes |' : ' |'}`,
  )
  return `# Configuration

<!-- Written by npm run docs from src/apps/config/variables.ts. -->

Kept is configured by the environment alone. What is set is checked before anything starts: every fault is told at once, and a
setting beginning with \`KEPT_\` that there is not is refused, with the one that was probably meant. What is set to nothing counts
as not set. A secret may stand in a file instead: \`KEPT_SECRET_FILE=/run/secrets/kept\` in place of \`KEPT_SECRET\`.

| variable | what for | what it takes | otherwise | secret |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function usualText(usual: Variable['usual']): string {
  if (usual === undefined) return 'not set'
  return 'value' in usual ? `\`${String(usual.value)}\`` : usual.words
}
