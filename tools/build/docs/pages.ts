import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

export interface Page {
  /** From the top of the repository: `docs/hosting.md`. */
  source: string;
  /** Below `dist/docs`: `hosting.html`. */
  target: string;
  title: string;
  text: string;
}

export interface Section {
  title: string;
  pages: Page[];
}

/** What is read in which order; `adr/*` stands for all of that folder. */
const order: [section: string, names: string[]][] = [
  ["Start", ["README", "quickstart", "frameworks", "next", "recipes", "own-application"]],
  ["Your backend", ["backend", "backend-protocol", "key-rotation"]],
  ["In production", ["deploy", "config", "browsers", "upgrading", "troubleshooting"]],
  ["In your application", ["invite", "support", "theming", "languages", "add-an-ats"]],
  ["Reference", ["providers", "reference", "reference-packages", "events", "errors"]],
  ["To decide", ["comparison", "complaints", "../SECURITY", "threat-model", "accessibility"]],
  ["To work on it", ["../CHANGELOG", "bridge", "relay-nginx", "performance", "testing", "cases", "adr/*"]],
];

function page(name: string): Page {
  const source = join("docs", `${name}.md`);
  const text = readFileSync(join(root, source), "utf8");
  const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "");
  if (title === undefined) throw new Error(`${source} has no title`);
  const target = name === "README" ? "index.html" : `${name.replace(/^\.\.\//, "").toLowerCase()}.html`;
  return { source, target, title, text };
}

const named = (name: string): string[] =>
  globSync(`${name}.md`, { cwd: join(root, "docs") })
    .sort()
    .map((file) => file.slice(0, -".md".length));

/** Every page of the documentation. Throws for a file of docs/ that the order does not name, or a name without a file. */
export function readPages(): Section[] {
  const sections = order.map(([title, names]) => ({
    title,
    pages: names.flatMap((name) => (name.includes("*") ? named(name) : [name])).map(page),
  }));
  const known = new Set(sections.flatMap(({ pages }) => pages.map(({ source }) => source)));
  const forgotten = named("**/*").filter((name) => !known.has(join("docs", `${name}.md`)));
  if (forgotten.length > 0) throw new Error(`tools/build/docs/pages.ts does not name ${forgotten.join(", ")}`);
  return sections;
}
