import { runBundled } from '../bundle/run-bundled.ts'

// `kept`: Node runs this file as it stands; the command itself comes as a bundle.
await runBundled('src/apps/cli/command.ts')
