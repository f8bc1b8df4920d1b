// Who may import whom. Each rule's comment is its reason, printed where the rule is broken.
// core <- kinds | channels | importers | reports <- (told of them, never importing them) store, jobs <- http <- apps

const plug = '^src/(kinds|channels|importers|reports)/'
const npm = 'node_modules/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file in two pieces: neither can be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-imports-core',
      comment:
        'The core is handed the time, the landlord and the facts; so last year can be run again and a draft tried on past facts.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^(src|test|bench|examples|scripts)/', pathNot: '^src/core/' },
    },
    {
      name: 'core-does-no-io',
      comment:
        'A node: builtin reads files, clocks or the process: what the core works out must depend on what it is handed alone.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      comment:
        'The core takes a package only where it is pure; so far that is yaml, which keeps line and column for faults in packs.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: npm, pathNot: 'node_modules/yaml/' },
    },
    {
      name: 'plugs-import-core',
      comment:
        'A plug is one folder that fits one socket of the core. What needs the store, the pages or an app is not a plug.',
      severity: 'error',
      from: { path: plug },
      to: { path: '^(src|test|bench|examples|scripts)/', pathNot: [plug, '^src/core/'] },
    },
    {
      name: 'plugs-never-meet',
      comment:
        'A kind that knows an importer, or a kind that knows another kind, can no longer be added or taken away alone. What they share belongs in the core.',
      severity: 'error',
      from: { path: '^src/(kinds|channels|importers|reports)/([^/]+)/' },
      to: { path: plug, pathNot: '^src/$1/$2/' },
    },
    {
      name: 'an-index-lists-its-own',
      comment: 'The index of a socket lists its own folders and nothing else: one line a plug.',
      severity: 'error',
      from: { path: '^src/(kinds|channels|importers|reports)/[^/]+[.]ts$' },
      to: { path: plug, pathNot: '^src/$1/' },
    },
    {
      name: 'plugs-do-no-io',
      comment:
        'A plug turns one value into another; the app that starts it opens the files. (Buffers, streams and hashes are not I/O.)',
      severity: 'error',
      from: { path: plug },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|stream|string_decoder|crypto)$' },
    },
    {
      name: 'plug-packages',
      comment:
        'Kinds, channels and reports are our own words; importers read the formats of others, so they may use csv-parse and yaml.',
      severity: 'error',
      from: { path: plug, pathNot: '^src/importers/' },
      to: { path: npm },
    },
    {
      name: 'importer-packages',
      comment: 'An importer reads rows or lines: csv-parse and yaml are enough for what we read so far.',
      severity: 'error',
      from: { path: '^src/importers/' },
      to: { path: npm, pathNot: 'node_modules/(csv-parse|yaml)/' },
    },
    {
      name: 'told-of-plugs',
      comment:
        'The store and the jobs are handed the plugs by whoever starts them, so a new plug is one line in its index and no line there.',
      severity: 'error',
      from: { path: '^src/(store|jobs)/' },
      to: { path: '^(src|test|bench|examples|scripts)/', pathNot: '^src/(core|store|jobs)/' },
    },
    {
      name: 'http-is-told-of-plugs',
      comment:
        'The pages draw any table and any kind by the sockets in the core; a page that imports one plug would need a line for every next one.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^(src|test|bench|examples|scripts)/', pathNot: '^src/(core|store|jobs|http)/' },
    },
    {
      name: 'apps-never-meet',
      comment:
        'Each app is started alone. What two of them need belongs in http or the core; how all are configured, in config.',
      severity: 'error',
      from: { path: '^src/apps/([^/]+)/' },
      to: { path: '^src/apps/[^/]+/', pathNot: '^src/apps/($1|config|bundle)/' },
    },
    {
      name: 'compose-alone-knows-every-plug',
      comment:
        'One file joins plugs to apps; so there is one place to see what is in the program, and one to change it.',
      severity: 'error',
      from: { path: '^src/apps/', pathNot: '^src/apps/compose[.]ts$' },
      to: { path: plug },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'An app is where things start: what is imported from one belongs further in.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/apps/' },
      to: { path: '^src/apps/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'What runs at a landlord must not need our tests, benchmarks, examples or house scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|examples|scripts)/' },
    },
    {
      name: 'nothing-imports-a-test',
      comment: 'A test is run, never imported: what two tests share belongs in test/support.',
      severity: 'error',
      from: {},
      to: { path: '[.]test[.]tsx?$' },
    },
    {
      name: 'packages-are-declared',
      comment:
        'A package that is not in package.json is there by luck; a tool for development is not there at a landlord.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-lead-somewhere',
      comment: 'An import that cannot be found is a rule that cannot be kept.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
