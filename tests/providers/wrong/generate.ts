import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isProviderFile } from "../../../web/relay/load_providers.ts";
import { randomNumbers } from "../../support/sample.ts";
import { folder } from "../provider_file.ts";
import { wrongTextsOf } from "./texts.ts";
import { headerNames, isFree, needed, never, otherTypes } from "./values.ts";
import { type Change, changed, kindOf, members, type WrongFile } from "./wrong_file.ts";

type Json = Record<string, unknown>;

const texts = new Map(
  readdirSync(folder)
    .filter(isProviderFile)
    .map((name) => [name.slice(0, -".json".length), readFileSync(join(folder, name), "utf8")]),
);
const right = (id: string): Json => JSON.parse(texts.get(id) ?? "") as Json;

/** A kept change, done to today's file; null where that has no such member any more. */
export function redo(change: Change): WrongFile | null {
  if (!texts.has(change.file)) return null;
  try {
    return changed(right(change.file), change);
  } catch {
    return null;
  }
}

/** Every change of one kind that can be done to a file. */
function* changesOf(id: string, file: Json): Generator<[kind: string, Change]> {
  const make = (kind: string, at: Change["at"], to: unknown, shows?: Change["shows"]): [string, Change] => [
    kind,
    { file: id, at, to, ...(shows && { shows }) },
  ];
  const all = [[[], file] as const, ...members(file)];
  for (const [path, value] of all) {
    const kind = kindOf(path);
    if (isFree(path)) continue;
    for (const [of, names] of needed)
      if (of.test(kind))
        for (const name of names)
          if (Object.hasOwn(value as object, name)) yield [`needed ${kind}`, { file: id, at: [...path, name] }];
    if (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      !/^(?:verdict|probes\.\*\.(?:body|query)|auth\.(?:headers|extraHeaders|parameters))$/.test(kind)
    )
      for (const name of ["x", "constructor", "toString", "$ref", "", "pattern"])
        yield make("unknown", [...path, name], 1);
    if (path.length === 0) continue;
    for (const other of otherTypes(value)) yield make(`type of ${kind}`, path, other);
    for (const [of, values] of never)
      if (of.test(kind)) for (const to of values) yield make(`value of ${kind}`, path, to);
    if (kind === "auth.headers")
      for (const name of headerNames) yield make("header", path, withFirstName(value as Json, name));
    if (typeof value === "string") yield make("huge", path, "x".repeat(100_000));
    if (Array.isArray(value) && value.length > 0 && kind !== "fields.*.clean") {
      yield make("twice", [...path, value.length], structuredClone(value[0]), twice(path, value.length));
      yield make(
        "many",
        path,
        Array.from({ length: 60 }, () => value[0] as unknown),
        twice(path, 1),
      );
    }
  }
}

const withFirstName = (headers: Json, name: string): Json => {
  const [first = ["", ""], ...rest] = Object.entries(headers);
  return Object.fromEntries([[name, first[1]], ...rest]);
};

/** A copy of an item shows at its id, or as the same item. */
const twice = (path: Change["at"], index: number): NonNullable<Change["shows"]> =>
  [[], ["id"], ["value"], ["like"], ["scopes"], ["text"]].map((rest) => [...path, index, ...rest]).concat([[...path]]);

/**
 * At least `count` wrong files: of every kind of change a share, so that rare kinds are not lost among the frequent ones.
 * The same for the same seed.
 */
export function wrongFiles(count: number): WrongFile[] {
  const random = randomNumbers("wrong provider files");
  const kinds = new Map<string, Change[]>();
  const made: WrongFile[] = [];
  for (const [id, text] of texts) {
    made.push(...wrongTextsOf(id, text, random));
    for (const [kind, change] of changesOf(id, right(id))) {
      const list = kinds.get(kind) ?? [];
      list.push(change);
      kinds.set(kind, list);
    }
  }
  const share = Math.max(1, Math.ceil((count - made.length) / kinds.size));
  for (const list of kinds.values())
    for (let turn = 0; turn < share && list.length > 0; turn++)
      for (const change of list.splice(Math.floor(random() * list.length), 1))
        made.push(changed(right(change.file), change));
  // A text that is cut off twice at the same place, or one value that two kinds have, is one wrong file.
  return [...new Map(made.map((file) => [`${file.what} ${String(file.bytes.length)}`, file])).values()];
}
