// Makes the style sheet and the script that the pages load, where what they are made from changed: `build/assets.json`.
import { prepareAssets } from '#http/assets/assets.ts'

if ((await prepareAssets()) === 'built')
  console.log('setup: made the style sheet and the script of the pages')
