import { type Fault, visits } from "./faults.ts";

/** A rule that is put before the last rules of the style: what the whole page looks like with one thing wrong. */
const rule = (put: string): Pick<Fault, "in" | "find" | "put"> => ({
  in: "style",
  find: "noscript {",
  put: `${put}\n\nnoscript {`,
});

/** A field that is hidden by one of the usual tricks of a canvas, and the published rules that it then breaks. */
const hidden = (trick: string, ...rules: string[]): Fault => ({
  what: `a field with ${trick}`,
  id: "D7",
  test: visits("api_key"),
  name: "^D7 api_key:",
  in: "style",
  find: "caret-color: var(--link);",
  put: `caret-color: var(--link);\n  ${trick};`,
  says: rules.map((each) => new RegExp(`api_key: ${each}`)),
});

export const lookFaults: Fault[] = [
  {
    what: "letters that are too pale for axe",
    id: "A1",
    test: visits("method"),
    name: "^A1 axe finds nothing on method in en$",
    in: "style",
    find: "--muted: #565d6d;",
    put: "--muted: #bbbbbb;",
    says: /color-contrast/,
  },
  {
    what: "a canvas that is painted too pale",
    id: "C3",
    test: "tests/browser/looks/contrast.test.ts",
    name: "^C3 subdomain_address: ",
    ...rule("canvas {\n  opacity: 0.4;\n}"),
    says: [/letters /, /frame of a field/],
  },
  {
    what: "text that is too pale in the Text view",
    id: "C3",
    test: "tests/browser/looks/contrast.test.ts",
    name: "^C3 subdomain_address: ",
    in: "style",
    find: "--muted: #565d6d;",
    put: "--muted: #aaaaaa;",
    says: /#aaaaaa on #ffffff/,
  },
  {
    what: "a frame that is too pale in the Text view",
    id: "C3",
    test: "tests/browser/looks/contrast.test.ts",
    name: "^C3 api_key_copied: ",
    in: "style",
    find: "--border: #7f8695;",
    put: "--border: #cccccc;",
    says: /frame of a field/,
  },
  {
    what: "a row that is too wide, and a word that is cut off",
    id: "C4",
    test: visits("method"),
    name: "^C4 method fits a window of 320 px in en$",
    ...rule(
      ".text-view .choice-row {\n  width: 400px;\n}\n\nh1.heading {\n  overflow: hidden;\n  white-space: nowrap;\n}",
    ),
    says: [/scroll is \d+ wide in \d+/, /leaves heading/],
  },
  {
    what: "text that is cut off, leaves its box or lies on another",
    id: "C5",
    test: "tests/browser/looks/text_size.test.ts",
    name: "^C5 method in en: ",
    ...rule(
      ".text-view .lead {\n  height: 10px;\n  overflow: hidden;\n}\n\n.text-view .choice-label {\n  position: relative;\n  top: 70px;\n}",
    ),
    says: [/cut off by lead/, /leaves choice/, /lies on/],
  },
  {
    what: "a heading that ends in an ellipsis",
    id: "C5",
    test: "tests/browser/looks/text_size.test.ts",
    name: "^C5 method in en: ",
    ...rule(
      ".text-view h1.heading {\n  overflow: hidden;\n  width: 90px;\n  white-space: nowrap;\n  text-overflow: ellipsis;\n}",
    ),
    says: /ends in an ellipsis/,
  },
  {
    what: "letters outside their place",
    id: "C5",
    test: "tests/browser/looks/text_size.test.ts",
    name: "^C5 method in en: ",
    ...rule(".card:not(.text-view *) h1.heading {\n  max-width: 90px;\n}"),
    says: /heading: \d+ of \d+ letters/,
  },
  {
    what: "a text in a colour of its own among forced ones",
    id: "C6",
    test: "tests/browser/looks/forced_colors.test.ts",
    name: "^C6 method is ",
    ...rule(".text-view .lead {\n  forced-color-adjust: none;\n  color: rgb(10 120 30) !important;\n}"),
    says: /"said":"10,120,30"/,
  },
  {
    what: "a button without an edge among forced colours",
    id: "C6",
    test: "tests/browser/looks/forced_colors.test.ts",
    name: "^C6 method is ",
    ...rule(".text-view .choice {\n  border: 0 !important;\n}"),
    says: /method:api_key: border none, not drawn/,
  },
  {
    what: "a field that stays below the keyboard",
    id: "E6",
    test: "tests/browser/touch/soft_keyboard.test.ts",
    name: "^E6 .* over the page .* Text view$",
    in: "link",
    find: 'field?.querySelector(selector)?.scrollIntoView({ block: "nearest" });',
    put: "void field, selector;",
    says: /out of sight|below /,
  },
  hidden("visibility: hidden", "is visible"),
  hidden("pointer-events: none", "is hit at its centre"),
  hidden("clip-path: inset(50%)", "is not clipped"),
  hidden("position: absolute; left: -900px", "lies in the document"),
];
