// docs/providers.md is made from the provider files, so that it says what they say.
// `node tools/build/provider_reference.ts` writes it anew; a test compares.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isProviderFile } from "../../web/relay/load_providers.ts";
import type { Auth, Probe, Scope } from "../../web/relay/provider.ts";
import { leftOut } from "./providers_left_out.ts";

const root = join(import.meta.dirname, "../..");

interface Fact {
  confidence: string;
  source: string;
}

interface ProviderFile {
  id: string;
  name: string;
  status: string;
  auth: Auth;
  fields: { label: string; kind: string; optional: boolean }[];
  scopes: (Scope & { means: string })[];
  probes: Probe[];
  guide: { text: string; scopes?: boolean }[];
  keyExpires?: boolean;
  sources: string[];
  facts: Record<string, Fact>;
}

const head = `# The ATSs, and what each asks for

ATS Link knows the ATSs below, each by one file of \`providers/\`, from which this page is made. Every one is connected by a key, or by two values, that an admin makes there or asks for; what needs OAuth or a contract is [further down](#not-there-and-why).

**How sure is it?** Nothing on this page was tried with a live account except where a document below says so. Each part of a file has a letter: **A** is the ATS's own documentation or an answer recorded from it, **B** is somebody else's who has connected it, **C** is a conclusion of ours. Before you offer an ATS to your customers, connect it once with an account of yours, above all where you see a C. The parts are: how one signs in, the fields, the permissions, the probes (what is asked to see that a key works), what the ATS's errors mean, the steps.`;

const asked = ({ fields }: ProviderFile): string =>
  fields.map(({ label, optional }) => (optional ? `${label} (optional)` : label)).join(", ");

const code = (text: string): string => `\`${text}\``;

function signsIn(auth: Auth): string {
  switch (auth.kind) {
    case "bearer":
      return "bearer token";
    case "basic_key_as_user":
      return "HTTP Basic, the key as the user";
    case "basic_user_password":
      return "HTTP Basic, two values";
    case "api_key_header":
      return `header ${code(auth.header)}`;
    case "two_headers":
      return `headers ${Object.keys(auth.headers).map(code).join(" and ")}`;
    case "query":
      return `query, ${code(auth.parameter)}`;
    case "client_credentials":
      return "client credentials";
    default:
      return auth satisfies never;
  }
}

const parts: readonly (readonly [member: string, title: string])[] = [
  ["auth", "sign-in"],
  ["fields", "fields"],
  ["scopes", "permissions"],
  ["probes", "probes"],
  ["verdict", "errors"],
  ["guide", "steps"],
];

const letters = (facts: ProviderFile["facts"]): string =>
  parts.map(([member]) => facts[member]?.confidence ?? "").join(" ");

/** Whether there is anything to tick when a key is made. */
const limits = ({ guide }: ProviderFile): string =>
  guide.some(({ text, scopes }) => scopes || text.includes("{scopes}")) ? "yes" : "no";

const table = (files: ProviderFile[]): string =>
  [
    `| ATS | asked for | signs in by | permissions to choose | ${parts.map(([, title]) => title).join(", ")} |`,
    "|---|---|---|---|---|",
    ...files.map((file) => {
      const name = file.status === "legacy" ? `${file.name} (no longer sold)` : file.name;
      return `| ${name} | ${asked(file)} | ${signsIn(file.auth)} | ${limits(file)} | ${letters(file.facts)} |`;
    }),
  ].join("\n");

function permission({ id, means, probe, minimum, write }: ProviderFile["scopes"][number]): string {
  const marks = [minimum ? "needed" : "", probe === undefined ? "" : "checked", write ? "changes data" : ""];
  return `${code(id)} ${means}${marks.some(Boolean) ? ` (${marks.filter(Boolean).join(", ")})` : ""}`;
}

const link = (source: string): string => `[${source.replace(/^https:\/\/(?:www\.)?|\/$/g, "")}](${source})`;

function details(file: ProviderFile): string {
  const probes = file.probes.map(({ method, host, path }) => code(`${method} https://${host}${path}`));
  const facts = parts.map(([member, title]) => `${title} ${file.facts[member]?.confidence ?? ""}`);
  return [
    `### ${file.name}\n`,
    ...file.scopes.map((scope) => `* ${permission(scope)}`),
    "",
    `Asked to check a key: ${probes.join(", ")}. ${file.keyExpires ? "A key may have an end. " : ""}Sure of: ${facts.join(", ")}. Sources: ${file.sources.map(link).join(", ")}`,
  ].join("\n");
}

const missing = [
  "## Not there, and why",
  "",
  "| ATS | why |",
  "|---|---|",
  ...leftOut.map(({ name, why }) => `| ${name} | ${why} |`),
].join("\n");

/** What docs/providers.md should hold. */
export async function providersPage(): Promise<string> {
  const folder = join(root, "providers");
  const names = (await readdir(folder)).filter(isProviderFile);
  const files = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as ProviderFile),
  );
  files.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const sections = [head, table(files), missing, "## Permissions and sources", ...files.map(details)];
  return `${sections.join("\n\n")}\n`;
}

if (import.meta.main) await writeFile(join(root, "docs/providers.md"), await providersPage());
