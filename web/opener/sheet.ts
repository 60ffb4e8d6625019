// Three ids outweigh the host's own !important rules.
const S = ":is(dialog[data-ats-link],#_#_#_)";

// One height for every step: a frame that moves or grows under the pointer makes the browser lose presses.
const text = `${S}[open]{all:initial;display:block;position:fixed;inset:0;margin:auto;width:440px;height:min(720px,100dvh - 32px);overflow:hidden;overscroll-behavior:contain;border-radius:16px;background:Canvas;color-scheme:var(--s);box-shadow:0 24px 64px rgba(10,12,20,.28);outline:1px solid transparent;}
${S}:not([open]){display:none;}
${S}::backdrop{all:initial;position:fixed;inset:0;background:rgba(10,12,20,.55);}
@media(max-width:479px){${S}[open]{width:100%;height:100dvh;border-radius:0;}}`;

/** Adds the dialog's style sheet to the page and returns what removes it again. Constructed, it needs no style-src permission. */
export function addSheet(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/;/g, "!important;"));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
