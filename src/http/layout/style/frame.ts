/** Where things stand on a page that staff work in, from 320 pixels up. */
export const frame = `
.width { max-width: 62rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2rem); }
.skip { position: absolute; left: -100vw; background: var(--ground); padding: .75rem 1rem; z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }
.masthead { border-top: .5rem solid var(--line); border-bottom: 1px solid var(--rule); }
.masthead .width { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.25rem; padding-top: .75rem; padding-bottom: .75rem; }
.product { font-weight: 700; font-size: 1.4rem; margin: 0; color: var(--ink); text-decoration: none; }
a.product:hover { text-decoration: underline; text-decoration-thickness: 3px; }
.landlord { margin: 0; }
.masthead nav { margin-left: auto; }
.masthead ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; }
.masthead li { margin: 0; }
.masthead [aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; }
main ol > li { margin-bottom: .6rem; }
main { padding-bottom: 4rem !important; }
main > h1:first-child, main > form > h1:first-child { margin-top: 2rem; }
h1 { font-size: clamp(1.75rem, 1.4rem + 1.8vw, 2.25rem); margin-bottom: 1.25rem; }
h2 { font-size: 1.5rem; margin-top: 2.5rem; }
.footer { border-top: 1px solid var(--rule); padding: 1.5rem 0 3rem; }
.footer p { margin: 0; }
.summary-list { margin: 0 0 1.5rem; }
.summary-list > div { display: grid; gap: 0 1.5rem; padding: .6rem 0; border-bottom: 1px solid var(--rule); }
.summary-list dt { font-weight: 700; }
.summary-list dd { margin: 0; }
.choices { list-style: none; padding: 0; }
.choices li { border-bottom: 1px solid var(--rule); }
.choices a { display: block; padding: .75rem 0; }
.rows { list-style: none; padding: 0; }
.rows > li { border-bottom: 1px solid var(--rule); padding: .75rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; max-width: none; }
.rows > li:first-child { border-top: 1px solid var(--rule); }
.rows p { margin: 0; }
.tag { display: inline-block; padding: .05rem .5rem; font-size: 1rem; font-weight: 700; color: var(--own); background: var(--own-wash); border: 1px solid var(--own); }
.codes { columns: 2; max-width: 26rem; list-style: none; padding: 1rem; background: var(--wash); border: 1px solid var(--rule); }
.codes code, .secret { font-size: 1.1875rem; letter-spacing: .04em; }
code { font-family: ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; font-size: .95em; overflow-wrap: anywhere; }
.secret { display: block; padding: .75rem 1rem; background: var(--wash); border: 1px solid var(--rule); max-width: 46em; }
.picture { background: #ffffff; width: 14rem; max-width: 100%; padding: .5rem; margin: 0 0 1rem; }
.picture svg { display: block; width: 100%; height: auto; fill: #000000; }
.bar { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; margin: 0 0 1.5rem; }
.bar form, .rows form { margin: 0; }
.scroll { overflow-x: auto; }
@media (min-width: 40em) { .summary-list > div { grid-template-columns: 15rem 1fr; } }
@media (max-width: 40em) { .masthead nav { margin-left: 0; width: 100%; } .codes { columns: 1; } }
@media print { .masthead nav, .skip, .button, .footer { display: none; } }
`
