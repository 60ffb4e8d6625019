import { urlParts } from "../relay/provider.ts";
import type { ProviderFile } from "./file.ts";
import { type Path, type Problem, quoted } from "./problem.ts";

// Names that no ATS of the internet has: a request there would be for a machine of whoever runs the relay.
const local = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|onion|arpa|invalid|test)$/;
// Below these anybody can have a name, so a label before them is no account of the ATS.
const registry = /^(?:co|com|org|net|gov|ac|edu|or|ne)\.[a-z]{2}$/;

/** What is wrong with a literal host, or what stands after `{field}.`, or null. */
function wrongHost(host: string, isSuffix = false): string | null {
  const labels = host.split(".");
  if (host.length > 253 || labels.some((label) => label.length === 0 || label.length > 63))
    return "a host has at most 253 characters, and 63 between two dots";
  if (labels.some((label) => label.startsWith("-") || label.endsWith("-")))
    return "no part of a host begins or ends with a hyphen";
  if (!/[a-z]/.test(labels.at(-1) ?? "") || /^0x/.test(labels.at(-1) ?? ""))
    return "an address of numbers is not taken; write the host's name";
  if (local.test(host)) return "this is a name of a local network; write a host of the internet";
  if (isSuffix && registry.test(host)) return "anybody can have a name below this one; write the host of the ATS";
  return null;
}

function* hosts(file: ProviderFile): Generator<[Path, string]> {
  for (const [index, { host }] of file.probes.entries()) yield [["probes", index, "host"], host];
  for (const [index, { options = [] }] of file.fields.entries())
    for (const [at, { value }] of options.entries()) yield [["fields", index, "options", at, "value"], value];
  if (file.auth.kind === "client_credentials") yield [["auth", "tokenUrl"], urlParts(file.auth.tokenUrl).host];
  yield [["settingsUrl"], urlParts(file.settingsUrl).host];
  for (const [index, { url }] of file.guide.entries()) if (url) yield [["guide", index, "url"], urlParts(url).host];
}

// What HTTP, the relay and browsers set themselves, or what changes whom a server takes the request to be from.
const ownHeaders =
  /^(?:accept(?:-.*)?|connection|content-.*|cookie2?|date|expect|forwarded|host|if-.*|keep-alive|origin|proxy-.*|range|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via|x-forwarded-.*|x-real-ip|x-http-method.*|x-original-.*|x-rewrite-.*|x-host)$/i;

function wrongHeaders({ auth }: ProviderFile): Problem[] {
  const names: [Path, string][] = [];
  if (auth.kind === "api_key_header") names.push([["auth", "header"], auth.header]);
  if (auth.kind === "two_headers")
    for (const name of Object.keys(auth.headers)) names.push([["auth", "headers", name], name]);
  const first = names.map(([, name]) => name.toLowerCase());
  for (const name of Object.keys(auth.extraHeaders ?? {})) names.push([["auth", "extraHeaders", name], name]);
  return names.flatMap(([path, name], index): Problem[] => {
    if (ownHeaders.test(name))
      return [
        { path, sentence: `${quoted(name)} is not for a provider to set; write the header that the ATS documents` },
      ];
    const same = names.findIndex(([, other]) => other.toLowerCase() === name.toLowerCase());
    if (same < index)
      return [{ path, sentence: `${quoted(name)} is there twice, since case does not count; rename one` }];
    // It would overwrite the key, or stand beside it as a second list item.
    if (index >= first.length && name.toLowerCase() === "authorization")
      return [{ path, sentence: "the key goes in here; remove it" }];
    return [];
  });
}

/** Hosts, headers and queries that the schema's patterns let through and no provider may have. */
export function wrongPlaces(file: ProviderFile): Problem[] {
  const problems: Problem[] = [];
  for (const [path, host] of hosts(file)) {
    const literal = host.replace(/^\{[^}]*\}\.?/, "");
    const sentence = literal === "" ? null : wrongHost(literal, literal !== host);
    if (sentence) problems.push({ path, sentence: `${sentence}; it is ${quoted(host)}` });
  }
  file.fields.forEach(({ suffix, id, hosts: rules = [] }, index) => {
    rules.forEach((rule, at) => {
      const sentence = wrongHost(rule.suffix.replace(/^\./, ""));
      if (sentence)
        problems.push({
          path: ["fields", index, "hosts", at, "suffix"],
          sentence: `${sentence}; it is ${quoted(rule.suffix)}`,
        });
    });
    if (suffix === undefined) return;
    const sentence = wrongHost(suffix.slice(1));
    if (sentence)
      problems.push({ path: ["fields", index, "suffix"], sentence: `${sentence}; it is ${quoted(suffix)}` });
    const used =
      file.probes.some(({ host }) => host === `{${id}}${suffix}`) || rules.some((rule) => rule.suffix === suffix);
    if (!used)
      problems.push({
        path: ["fields", index, "suffix"],
        sentence: `people see ${quoted(suffix)} behind the field, and no probe has the host ${quoted(`{${id}}${suffix}`)}; make them agree`,
      });
  });
  file.sources.forEach((source, index) => {
    const url = URL.parse(source);
    if (!url || url.username !== "" || url.password !== "" || !url.hostname.includes("."))
      problems.push({
        path: ["sources", index],
        sentence: `expected the address of a document, such as https://docs.example.com/api; it is ${quoted(source)}`,
      });
  });
  const { auth } = file;
  if (auth.kind === "query")
    file.probes.forEach(({ query = {} }, index) => {
      if (Object.hasOwn(query, auth.parameter))
        problems.push({
          path: ["probes", index, "query", auth.parameter],
          sentence: "the key goes in here (auth.parameter); remove it",
        });
    });
  return [...problems, ...wrongHeaders(file)];
}
