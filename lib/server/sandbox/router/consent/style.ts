/** The page's only style sheet. The content security policy names it by its hash. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f3f4f7, #101216);
  --card: light-dark(#ffffff, #191c22);
  --line: light-dark(#dcdfe6, #2d323c);
  --text: light-dark(#1b1f27, #e9ecf2);
  --soft: light-dark(#596273, #a0a9b9);
  --accent: light-dark(#1f5bd8, #7ea6ff);
  --on-accent: light-dark(#ffffff, #0c1322);
  --notice: light-dark(#fff5db, #322a14);
  --notice-text: light-dark(#6b4a00, #f2d58a);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px;
  background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
main {
  width: 100%; max-width: 460px; background: var(--card); border: 1px solid var(--line);
  border-radius: 14px; overflow: hidden; box-shadow: 0 12px 32px rgb(0 0 0 / .08);
}
.notice {
  margin: 0; padding: 10px 24px; background: var(--notice); color: var(--notice-text);
  font-size: 14px;
}
.content { padding: 20px 24px 24px; }
.content > :last-child { margin-bottom: 0; }
h1 { margin: 0 0 6px; font-size: 22px; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
.lead { margin: 0 0 16px; color: var(--soft); }
h2, legend { margin: 0 0 8px; padding: 0; font-size: 14px; font-weight: 600; }
ul { margin: 0 0 18px; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 10px; }
li { padding: 8px 14px; }
li + li { border-top: 1px solid var(--line); }
li strong { display: block; font-weight: 600; }
li span, .person span { display: block; color: var(--soft); font-size: 14px; line-height: 1.4; }
fieldset { margin: 0 0 18px; padding: 0; border: 0; display: grid; gap: 8px; }
.person {
  display: flex; align-items: center; gap: 12px; padding: 8px 14px; cursor: pointer;
  border: 1px solid var(--line); border-radius: 10px;
}
.person:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.person strong { display: block; }
.person div { overflow-wrap: anywhere; }
input { flex: none; width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.actions { display: flex; gap: 10px; }
button, .button {
  flex: 1; min-height: 44px; padding: 10px 16px; border: 1px solid var(--line); border-radius: 10px;
  background: transparent; color: var(--text); font: inherit; font-weight: 600; cursor: pointer;
  text-align: center; text-decoration: none;
}
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:hover, .button:hover { filter: brightness(1.06); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.person:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.person :focus-visible { outline: none; }
.problem { margin: 0 0 16px; padding: 10px 14px; border-radius: 10px; background: var(--notice); color: var(--notice-text); }
.small { margin: 16px 0 0; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
`;
