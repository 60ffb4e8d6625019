import { fileOf } from "../../../tests/browser/states/groups.ts";
import { type Fault, file } from "../fault.ts";

const looks = (name: string): string => `tests/browser/looks/${name}.test.ts`;

/** web/link/styles: the Text view. */
export const styleFaults: Fault[] = [
  {
    id: "text-view-lead-pale",
    layer: "styles",
    what: "the sentence under the heading is too pale in the Text view",
    file: "web/link/styles/text_view.css",
    find: ".text-view .lead {\n  margin-top: calc(8px * var(--dense));\n  color: var(--muted);",
    put: ".text-view .lead {\n  margin-top: calc(8px * var(--dense));\n  color: var(--border);",
    catches: [file(looks("contrast"), "^C3 method:")],
  },
  {
    id: "text-view-target-low",
    layer: "styles",
    what: "Back and Close are 40 px high in the Text view",
    file: "web/link/styles/text_view.css",
    find: "  gap: 4px;\n  min-width: 44px;\n  min-height: 44px;",
    put: "  gap: 4px;\n  min-width: 44px;\n  min-height: 40px;",
    catches: [file(fileOf("desk", "method"), "^E4 method:")],
  },
  {
    id: "focus-ring-gone",
    layer: "styles",
    what: "nothing shows where the focus is",
    file: "web/link/styles/focus.css",
    find: "  outline: 2px solid var(--link);\n",
    put: "  outline: none;\n",
    catches: [file("tests/browser/a11y/focus_ring.test.ts", "^B5 every control .* canvas view, light$")],
  },
  {
    id: "forced-colours-no-edge",
    layer: "styles",
    what: "in forced colours a button has no edge",
    file: "web/link/styles/forced_colors.css",
    find: ".notice) {\n    border: 1px solid;",
    put: ".notice) {\n    border-width: 1px;",
    catches: [file(looks("forced_colors"), "^C6 method ")],
  },
  {
    id: "slow-start-turns",
    layer: "styles",
    what: "the sign of a slow start turns for who wants no motion",
    file: "web/link/styles/page.css",
    find: "@media (prefers-reduced-motion: reduce) {",
    put: "@media (prefers-reduced-motion: no-preference) {",
    catches: [file(looks("motion"), "^C7 the sign ")],
  },
  {
    id: "text-cut-off",
    layer: "styles",
    what: "the words of a choice are cut off where they are long",
    file: "web/link/styles/text_list.css",
    find: "  font-weight: 600;\n  overflow-wrap: anywhere;",
    put: "  font-weight: 600;\n  overflow: hidden;\n  white-space: nowrap;",
    catches: [file(fileOf("desk", "method"), "^C4 method "), file(looks("text_size"), "^C5 method ")],
  },
];
