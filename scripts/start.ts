import { runBundled } from '../src/apps/bundle/run-bundled.ts'

// `npm start`: Node runs this file as it stands; the demonstration itself comes as a bundle.
await runBundled('scripts/demonstration.ts')
