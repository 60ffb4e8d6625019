// The reference of options, handler, events and errors is made from web/types, so that it is what hosts compile against.
// `node tools/build/api_reference.ts` writes docs/reference.md and docs/reference-packages.md anew; a test compares.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

interface Reference {
  page: string;
  head: string;
  sources: [file: string, title: string][];
}

const references: Reference[] = [
  {
    page: "docs/reference.md",
    head: `# Reference: the opener

What \`ats-link\`, \`ats-link/react\`, \`ats-link/element\` and the script \`ats-link.js\` give your page, made from the types that come with them. [Events](events.md) and [Errors](errors.md) say when each comes.`,
    sources: [["web/types/index.ts", "Types"]],
  },
  {
    page: "docs/reference-packages.md",
    head: `# Reference: server, relay, testing

What the other entries of the package export, made from the types that come with them.`,
    sources: [
      ["web/types/server.ts", "ats-link/server"],
      ["web/types/relay.ts", "ats-link/relay"],
      ["web/types/testing.ts", "ats-link/testing"],
    ],
  },
];

type Described = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

const commentOf = (node: ts.Node, source: ts.SourceFile): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map((part) => part.getText(source))
    .join(" ")
    .replace(/^\/\*\*|\*\/$/g, "")
    .replace(/^\s*\* ?/gm, "")
    .replace(/\s+/g, " ")
    .trim();

/** In a cell of a table a bar would end it. */
const code = (text: string): string => `\`${text.replace(/\s+/g, " ").replace(/^\| /, "").replaceAll("|", "\\|")}\``;

function memberRow(member: ts.TypeElement, source: ts.SourceFile): string {
  const name = member.name?.getText(source) ?? "";
  const comment = commentOf(member, source);
  if (ts.isMethodSignature(member)) {
    const text = source.text.slice(member.getStart(source), member.end).replace(/;$/, "");
    return `| ${code(text)} | | ${comment} |`;
  }
  const type = (member as ts.PropertySignature).type?.getText(source).replace(/\/\*\*.*?\*\//gs, "") ?? "";
  return `| \`${name}\`${member.questionToken ? ", optional" : ""} | ${code(type)} | ${comment} |`;
}

function described(node: Described, source: ts.SourceFile): string {
  const parts = [`### ${node.name.text}`, commentOf(node, source)];
  if (ts.isInterfaceDeclaration(node)) {
    const bases = node.heritageClauses?.flatMap(({ types }) => types.map((type) => type.getText(source))) ?? [];
    if (bases.length > 0) parts.push(`Has all of ${bases.map((base) => `\`${base}\``).join(", ")}, and:`);
    const rows = node.members.map((member) => memberRow(member, source));
    parts.push(["| member | type | |", "|---|---|---|", ...rows].join("\n"));
  } else {
    const words = ts.isUnionTypeNode(node.type) && node.type.types.every((type) => ts.isLiteralTypeNode(type));
    if (words) parts.push((node.type).types.map((type) => `\`${type.getText(source)}\``).join(", "));
    else parts.push(`\`\`\`text\n${node.type.getText(source).replace(/^ {2}/gm, "")}\n\`\`\``);
  }
  return parts.filter(Boolean).join("\n\n");
}

async function page({ head, sources }: Reference): Promise<string> {
  const parts = [head];
  for (const [file, title] of sources) {
    const text = await readFile(join(root, file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const nodes = source.statements.filter(
      (node): node is Described => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
    );
    if (nodes.length === 0) throw new Error(`${file} has no types`);
    parts.push(`## ${title}`);
    // What is called comes first, then what it takes and gives.
    const called = nodes.filter(({ name }) => /^AtsLink/.test(name.text));
    const rest = nodes.filter((node) => !called.includes(node));
    parts.push(...[...called, ...rest].map((node) => described(node, source)));
  }
  return `${parts.join("\n\n")}\n`;
}

/** Each page's path with what it should hold. */
export async function referencePages(): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(references.map(async (each) => [each.page, await page(each)] as const)));
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await referencePages())) await writeFile(join(root, path), text);
