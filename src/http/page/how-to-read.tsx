import { numberWord } from '#core/promises/in-words.ts'
import type { Pack } from '#core/promises/pack.ts'
import { longRun, longTrend } from '#core/promises/signals.ts'
import { limitFactor } from '#core/promises/xmr.ts'
import { MarkIcon } from '#http/chart/marks.tsx'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { dayText } from './dates.ts'

/** How figures and charts come about, where the words come from, and what the loose ones are taken to mean. */
export function HowToRead({ pack }: { readonly pack: Pack }): Raw {
  return (
    <section class="group" aria-labelledby="page-how">
      <h2 id="page-how">How to read this page</h2>
      <h3>The figures</h3>
      <p>
        A figure is what was kept over what was counted. What is overdue is counted as missed; what is still
        running in time is not counted yet. A figure is rounded to two decimals at most, and never into a
        pass.
      </p>
      <ChartsRead />
      <h3>The promises</h3>
      <p>
        {pack.title}, edition {pack.edition}, in force from {dayText(pack.inForceFrom)}.
        {pack.source !== '' && ` The words come from: ${pack.source}.`}
      </p>
      <LooseWords words={pack.looseWords} />
    </section>
  )
}

function ChartsRead(): Raw {
  return (
    <Fragment>
      <h3>The charts</h3>
      <p>
        Every figure moves a little from one period to the next, by chance. The limits (the mean plus and
        minus {limitFactor} times the mean difference between neighbours) show how far chance takes it. Three
        things seldom come by chance:
      </p>
      <ul class="signals">
        <li>
          <MarkIcon mark="outside the limits" />
          <span>a point outside the limits</span>
        </li>
        <li>
          <MarkIcon mark="run" />
          <span>a run: {numberWord(longRun)} or more in a row on one side of the mean</span>
        </li>
        <li>
          <MarkIcon mark="trend" />
          <span>
            a trend: {numberWord(longTrend)} or more in a row, each higher (or each lower) than the last
          </span>
        </li>
      </ul>
      <p>
        A signal is a reason to ask what changed. Without one, asking why one month differs from the last
        finds only chance.
      </p>
    </Fragment>
  )
}

function LooseWords({ words }: { readonly words: Pack['looseWords'] }): Raw {
  if (words.size === 0) return <Fragment />
  return (
    <Fragment>
      <p>Loose words in them are taken to mean:</p>
      <dl class="facts">
        {[...words].map(([word, meaning]) => (
          <div>
            <dt>{word.replaceAll('_', ' ')}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Fragment>
  )
}
