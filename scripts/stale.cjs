// Prints in one line why node_modules is not what package-lock.json asks for, or nothing where it is.
// Runs on the system's own, old Node, before anything is installed: plain JavaScript, no packages.
const { existsSync, readFileSync } = require('node:fs')

process.stdout.write(whyStale())

function whyStale() {
  const wanted = read('package-lock.json')
  const have = read('node_modules/.package-lock.json')
  if (wanted === undefined) return 'package-lock.json is missing'
  if (have === undefined) return 'the packages are not installed yet'
  if (!sameAsked(read('package.json'), wanted.packages[''])) return 'package.json asks for other packages'
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path !== '' && !isInstalled(path, entry, have.packages[path]))
      return `${path} is missing or another version`
  }
  return ''
}

// npm leaves the optional packages of other platforms out, so that an optional one may be missing.
function isInstalled(path, wanted, have) {
  if (have === undefined) return Boolean(wanted.optional || wanted.devOptional)
  return have.version === wanted.version && have.integrity === wanted.integrity && existsSync(path)
}

function sameAsked(manifest, locked) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (group) => sorted(manifest[group]) === sorted(locked[group]),
  )
}

function sorted(group) {
  return JSON.stringify(Object.entries(group || {}).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
