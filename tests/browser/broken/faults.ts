import { fileOf } from "../states/groups.ts";
import type { Breakage } from "./served_copy.ts";

/** A cause, broken, and the test of the accessibility test list that has to notice it. */
export interface Fault extends Breakage {
  what: string;
  /** Id of the test; every test of that id in `test` is run, unless `name` narrows them. */
  id: string;
  test: string;
  name?: string;
  /** What the failing test says: it fails for this cause and no other. */
  says: RegExp | RegExp[];
}

/** The visit of a state. */
export const visits = (state: string): string => fileOf("desk", state);
const a11y = (name: string): string => `tests/browser/a11y/${name}.test.ts`;

export const structureFaults: Fault[] = [
  {
    what: "a field without a label",
    id: "A1",
    test: visits("subdomain"),
    name: "^A1 axe finds nothing on subdomain in en$",
    in: "link",
    find: "label.htmlFor = input.id;",
    put: "",
    says: /label/,
  },
  {
    what: "an error that describes no field",
    id: "A2",
    test: visits("subdomain_empty"),
    name: "^A2 subdomain_empty:",
    in: "link",
    find: "[node.error, error],",
    put: "",
    says: /textbox “Subdomain”/,
  },
  {
    what: "elements beside their rectangles",
    id: "A3",
    test: visits("method"),
    name: "^A3 method:",
    in: "link",
    find: ".style.left = px(rect.x -",
    put: ".style.left = px(rect.x + 3 -",
    says: /lies on/,
  },
  {
    what: "a dialog that is not modal",
    id: "A4",
    test: a11y("modal"),
    in: "opener",
    find: "dialog?.showModal();",
    put: "dialog?.show();",
    says: /Expected values to be strictly deep-equal/,
  },
  {
    what: "a key in an attribute",
    id: "A5",
    test: a11y("modal"),
    in: "link",
    find: "dirty = true;",
    put: 'dirty = true; input.setAttribute("value", input.value);',
    says: /masked/,
  },
  {
    what: "one id for two elements",
    id: "A6",
    test: a11y("inline"),
    in: "link",
    find: 'help.type = "button";',
    put: 'help.type = "button"; help.id = "ats-foot"; requestAnimationFrame(() => (help.parentElement.id = "ats-foot"));',
    says: /ats-foot/,
  },
  {
    what: "a page without its language",
    id: "A7",
    test: a11y("language"),
    name: "^A7 de ",
    in: "link",
    find: "{ lang: language, dir }",
    put: "{ dir }",
    says: /'de'/,
  },
  {
    what: "a second first heading",
    id: "A8",
    test: visits("method"),
    name: "^A8 method has",
    in: "link",
    find: 'element("p", "lead")',
    put: 'element("h1", "lead")',
    says: /Expected values to be strictly equal/,
  },
];

export const keyboardFaults: Fault[] = [
  {
    what: "a control that Tab does not visit",
    id: "B1",
    test: a11y("keyboard"),
    name: "^B1 the whole way .* canvas view$",
    in: "link",
    find: 'help.type = "button";',
    put: 'help.type = "button"; help.tabIndex = -1;',
    says: /order of provider/,
  },
  {
    what: "Tab cancelled for the whole window",
    id: "B2",
    test: a11y("inline"),
    in: "link",
    find: "secrets.watch();",
    put: 'secrets.watch(); window.addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault(); });',
    says: /'after'/,
  },
  {
    what: "a focus that is not given back",
    id: "B3",
    test: a11y("modal"),
    in: "opener",
    find: "if (dialog || focused() === document.body) restoreFocus(before);",
    put: "document.activeElement?.blur();",
    says: /BUTTON Connect ATS|BODY/,
  },
  {
    what: "a key of the host page that is taken",
    id: "B4",
    test: a11y("modal"),
    in: "opener",
    find: 'say("Loading");',
    put: 'say("Loading");\n    window.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());',
    says: /Tab/,
  },
  {
    what: "no focus ring",
    id: "B5",
    test: a11y("focus_ring"),
    name: "^B5 every control .* canvas view, light$",
    in: "style",
    find: ".card :focus-visible {\n  outline: 2px solid var(--link);",
    put: ".card :focus-visible {\n  outline: none;",
    says: /changed pixels are clear/,
  },
  {
    what: "a sheet that covers the lower half",
    id: "B6",
    test: visits("subdomain"),
    name: "^B6 subdomain:",
    in: "style",
    find: "noscript {",
    put: '.card::after {\n  content: "";\n  position: absolute;\n  inset: 50% 0 0;\n}\n\nnoscript {',
    says: /px high/,
  },
  {
    what: "elements that are made anew at each update",
    id: "B8",
    test: a11y("steady_field"),
    in: "link",
    find: "known?.kind === node.kind ? known : Object",
    put: "Object",
    says: [/not ok \d+ - B8 /, /\+ +false,\n.*- +true,/],
  },
  {
    what: "a screen that does not take the focus",
    id: "B7",
    test: a11y("keyboard"),
    in: "link",
    find: "if (fresh) return focusDue(body.heading);",
    put: "",
    says: /puts the focus on the first invalid field[^]*Timeout 30000ms/,
  },
];

export const announcementFaults: Fault[] = [
  {
    what: "a sentence that is said twice",
    id: "F1",
    test: a11y("announcements"),
    name: "^F1 a search ",
    in: "link",
    find: "setTimeout(() => target.textContent =",
    put: '(setTimeout(() => target.textContent += " ", 90), setTimeout)(() => target.textContent =',
    says: /found/,
  },
  {
    what: "a wrong field that is not invalid",
    id: "F2",
    test: visits("subdomain_empty"),
    name: "^F2 subdomain_empty:",
    in: "link",
    find: "aria-invalid",
    put: "data-invalid",
    says: /invalid/,
  },
  {
    what: "a screen that is busy and does not say so",
    id: "F3",
    test: a11y("announcements"),
    in: "link",
    find: '"aria-busy", view.busy ? "true" : null',
    put: '"aria-busy", null',
    says: /it says that it is busy/,
  },
];

export const entryFaults: Fault[] = [
  {
    what: "an input that is transparent",
    id: "D7",
    test: visits("api_key"),
    name: "^D7 api_key:",
    in: "style",
    find: "caret-color: var(--link);",
    put: "caret-color: var(--link);\n  opacity: 0.05;",
    says: /is opaque/,
  },
  {
    what: "a control that takes no pointer",
    id: "E2",
    test: "tests/browser/touch/once.test.ts",
    name: "^E2 a choice .* canvas view",
    in: "style",
    find: "noscript {",
    put: ".card .choice {\n  pointer-events: none;\n}\n\nnoscript {",
    says: /mouse/,
  },
  {
    what: "two listeners for one press",
    id: "E2",
    test: "tests/browser/touch/once.test.ts",
    name: "^E2 a choice .* canvas view",
    in: "link",
    find: 'button.addEventListener("click", () => hooks.act({ node: id, kind: "press" }));',
    put: 'for (const type of ["pointerup", "click"]) button.addEventListener(type, () => hooks.act({ node: id, kind: "press" }));',
    says: [/mouse\n/, /kind: 'press'[^]*\+ +kind: 'press'/],
  },
];

export const robustFaults: Fault[] = [
  {
    what: "a canvas that is waited for in vain",
    id: "G1",
    test: "tests/browser/robust/no_webgl.test.ts",
    name: "^G1 with --disable-3d-apis ",
    in: "link",
    find: 'if (!had) mode.set("no_webgl", true);',
    put: "",
    says: /textView: 'false'/,
  },
  {
    what: "a lost context that nobody notices",
    id: "G3",
    test: "tests/browser/robust/context_loss.test.ts",
    name: "^G3 gives ",
    in: "link",
    find: "mode.contextLost(performance.now());",
    put: "",
    says: /lost, round 1/,
  },
  {
    what: "a loop that keeps running",
    id: "G4",
    test: "tests/browser/robust/idle.test.ts",
    name: "^G4 asks .* nothing is focused$",
    in: "link",
    find: "stale = now(performance.now());",
    put: "stale = now(performance.now());\n      setInterval(ask, 1000);",
    says: /frames/,
  },
  {
    what: "a box that is read between two that are written",
    id: "G8",
    test: "tests/browser/robust/budgets.test.ts",
    name: "^G8 a letter is laid out once",
    in: "link",
    find: '.classList.toggle("unplaced", !rect);',
    put: '.classList.toggle("unplaced", !rect);\n    void document.body.offsetHeight;',
    says: /\[\{"mutations"/,
  },
];
