// Run by hand after a change of Workable's subdomain rules: writes what TypeScript says of the strings, for C++ to match.
import { writeFileSync } from "node:fs";
import { fieldAccepts } from "../../web/relay/field_check.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import { digestBlocks, labelStrings, labelStringsFile, makeLabels } from "./label_strings.ts";

const field = loadProviders().find(({ id }) => id === "workable")?.fields[0];
if (field === undefined) throw new Error("no Workable");
const labels = makeLabels(labelStrings);
const verdicts = labels.map((label) => fieldAccepts(field, label));
const content = { ...labelStrings, blocks: digestBlocks(labels, verdicts) };
writeFileSync(labelStringsFile, `${JSON.stringify(content, null, 2)}\n`);
