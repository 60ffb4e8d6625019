import { loadProviders } from "../relay/load_providers.ts";
import type { Provider } from "../relay/provider.ts";
import { usesOf } from "../sandbox/keys.ts";
import type { ProviderKeys } from "../types/testing.ts";

/** One thing to enter. */
export interface TryValue {
  label: string;
  /** Of a secret in the list, its end alone. */
  value: string;
  kind: "text" | "secret" | "choice";
}

export interface TryKey {
  use: keyof ProviderKeys;
  meaning: string;
  values: TryValue[];
}

/** What the demo's page shows of its servers. */
export interface TryIt {
  linkUrl: string;
  /** What the sandbox takes for each ATS; null where another upstream stands in its place. */
  providers: { id: string; name: string; keys: TryKey[] }[] | null;
}

export function tryIt(linkUrl: string, hasSandbox: boolean): TryIt {
  const entry = (provider: Provider) => ({
    id: provider.id,
    name: provider.name,
    keys: usesOf(provider).map(([use, { meaning, values }]) => ({
      use,
      meaning,
      values: toEnter(provider, values).map(masked),
    })),
  });
  const byName = (one: Provider, other: Provider) => one.name.localeCompare(other.name, "en");
  return { linkUrl, providers: hasSandbox ? loadProviders().toSorted(byName).map(entry) : null };
}

/** What is whole is given for one key, when it is wanted: a page has no key before. Null where there is no such key. */
export function keyToTry(id: string | null, wanted: string | null): TryValue[] | null {
  const provider = loadProviders().find((each) => each.id === id);
  const [, key] = (provider && usesOf(provider).find(([use]) => use === wanted)) ?? [];
  return provider && key ? toEnter(provider, key.values) : null;
}

const masked = (value: TryValue): TryValue =>
  value.kind === "secret" ? { ...value, value: `••••${value.value.slice(-4)}` } : value;

/** A choice by the words that the wizard shows for it. */
const toEnter = ({ fields }: Provider, values: Readonly<Record<string, string>>): TryValue[] =>
  fields.flatMap(({ id, label, kind, options = [] }) => {
    const value = values[id];
    const worded = options.find((option) => option.value === value)?.label ?? value;
    return worded ? [{ label, value: worded, kind }] : [];
  });
