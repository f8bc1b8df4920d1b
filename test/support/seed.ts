import fc from 'fast-check'

/**
 * Loaded before the tests: properties try the same cases in every run, so that a check that passed for you passes for
 * everybody. To look further, KEPT_SEED=random tries others and names the seed of what it finds; KEPT_SEED=N tries it again.
 */
const usual = 20_261_122
const asked = process.env['KEPT_SEED']

if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? usual : Number(asked) })
