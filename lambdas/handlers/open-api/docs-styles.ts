/** Light and dark, wide and narrow; the colours are those of the other pages. */
export const styles = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: light-dark(#0b57d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 13rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); display: flex; flex-direction: column; gap: .25rem; }
main { padding: 1.5rem 2rem 6rem; max-width: 64rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h4 { margin: 1rem 0 .25rem; }
a { color: var(--link); }
small, summary span { font-weight: normal; opacity: .8; }
code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { background: var(--soft); padding: .75rem; border-radius: 6px; overflow: auto; max-height: 28rem; }
details { border: 1px solid var(--line); border-radius: 6px; padding: .4rem .75rem; margin: .4rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
summary code:first-child { display: inline-block; min-width: 4.2em; font-weight: 700; }
.get { color: light-dark(#0b57d0, #8ab4f8); } .post { color: light-dark(#146c2e, #6dd58c); }
.put, .patch { color: light-dark(#8a5000, #ffb95c); } .delete { color: light-dark(#b3261e, #f2b8b5); }
@media (max-width: 640px) {
  body { display: block; }
  nav { position: static; height: auto; flex-flow: row wrap; gap: .5rem 1rem; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1rem; }
}
`;
