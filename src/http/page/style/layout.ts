/** Where things stand, from 320 pixels up. */
export const layout = `
.width { max-width: 74rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
main { padding-bottom: 4rem !important; }
.skip { position: absolute; left: -100vw; background: var(--ground); padding: .75rem 1rem; z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }
.masthead { border-bottom: 1px solid var(--rule); border-top: .5rem solid var(--line); }
.landlord { margin: 0; padding: .9rem 0; font-weight: 700; }
.tiles { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .75rem; margin: 1.75rem 0; }
.tile { background: var(--own-wash); border: 1px solid transparent; border-left: .35rem solid var(--own); max-width: none; }
.inside { display: block; height: 100%; padding: .7rem .9rem; color: var(--own); text-decoration: none; }
a.inside .word { text-decoration: underline; text-underline-offset: .18em; text-decoration-thickness: 1px; }
a.inside:hover .word { text-decoration-thickness: 3px; }
.count { display: block; font-size: 1.9rem; font-weight: 700; line-height: 1.2; }
.count .icon { width: .8em; height: .8em; vertical-align: -.04em; }
.word { font-size: 1rem; }
.tag {
  display: inline-flex; gap: .4em; align-items: center; padding: .15rem .6rem .15rem .5rem; font-size: 1rem; font-weight: 700; line-height: 1.4;
  color: var(--own); background: var(--own-wash); border: 1px solid var(--own); white-space: nowrap; justify-self: start;
}
.notes { border-left: .35rem solid var(--overdue); padding: .1rem 0 .1rem 1.25rem; margin-top: 2rem; }
.notes h2 { font-size: 1.3rem; margin-top: 0; }
.notes ul { margin-bottom: 0; padding-left: 1.2rem; }
.attention { list-style: none; padding: 0; }
.attention li { display: grid; gap: .35rem 1.25rem; padding: .8rem 0; border-bottom: 1px solid var(--rule); max-width: none; align-items: start; }
.attention li:first-child { border-top: 1px solid var(--rule); }
.attention .small { margin: .2rem 0 0; }
.promise { border-top: 1px solid var(--rule); padding: 1.5rem 0 2rem; }
.promise h3 { margin-top: 0; max-width: 40em; }
.result { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; max-width: none; margin: .75rem 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .6rem 1.5rem; font-size: 1rem; margin: 1rem 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
.course { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 2.5rem; margin-top: 1.25rem; align-items: start; }
.course > div { min-width: 0; }
.plain { list-style: none; padding: 0; }
.plain li { padding: .45rem 0; border-bottom: 1px solid var(--rule); max-width: none; }

.signals { list-style: none; padding: 0; font-size: 1rem; margin: .75rem 0; }
.signals li { display: grid; grid-template-columns: auto 1fr; gap: .5rem; margin-bottom: .25rem; }
.signals .icon { margin-top: .2em; }
.back { font-size: 1rem; margin-top: 1.5rem; }
.unit { display: none; }
@media (min-width: 40em) {
  .attention li { grid-template-columns: 14.5rem 1fr; }
  .plain li { display: grid; grid-template-columns: minmax(5.25rem, auto) 1fr; gap: 1rem; }
}
@media (min-width: 62em) {
  .course { grid-template-columns: minmax(0, 1fr) minmax(22rem, auto); }
}
@media (max-width: 40em) {
  th, td { padding-right: .45rem; }
  table { font-size: .9375rem; }
  .number { white-space: normal; }
  .number, .of { overflow-wrap: normal; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(8.25rem, 1fr)); gap: .5rem; }
  .inside { padding: .5rem .7rem; }
  .count { font-size: 1.5rem; }
  .wide, .wide caption, .wide tbody, .wide tfoot { display: block; }
  .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .wide tr { display: grid; grid-template-columns: repeat(3, 1fr); padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  .wide tbody tr:first-child { border-top: 2px solid var(--ink); }
  .wide th, .wide td { border: 0; padding: .1rem 0; text-align: left; }
  .wide th { grid-column: 1 / -1; font-size: 1rem; }
  .unit { display: inline; color: var(--quiet); font-weight: 400; }
}
`
