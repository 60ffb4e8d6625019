import { loadProviders } from "../relay/load_providers.ts";
import type { Provider } from "../relay/provider.ts";
import type { ProviderKey, ProviderKeys, SandboxKey, SandboxKeyName } from "../types/testing.ts";
import { keysFor } from "./provider_keys.ts";
import { workableByUse, workableKeys } from "./workable_keys.ts";

export type { KeyBehaviour, SandboxKey, SandboxKeyName } from "../types/testing.ts";

/** What to enter for each use of a provider. */
export const keysOf = (provider: Provider): ProviderKeys =>
  provider.id === "workable" ? workableByUse : keysFor(provider);

/** The same as a list. */
export const usesOf = (provider: Provider): [use: keyof ProviderKeys, key: ProviderKey][] =>
  Object.entries<ProviderKey>({ ...keysOf(provider) }) as [keyof ProviderKeys, ProviderKey][];

const catalogue = loadProviders();

/** The same by the id of a provider of the catalogue. */
export function providerKeys(id: string): ProviderKeys {
  const provider = catalogue.find((each) => each.id === id);
  if (!provider) throw new TypeError(`providerKeys: there is no provider “${id}”`);
  return keysOf(provider);
}

/** Empty where somebody took the provider out of what is built. */
function other(provider: string, use: keyof ProviderKeys, field = "api_key"): Omit<SandboxKey, "name"> {
  const found = catalogue.find(({ id }) => id === provider);
  const { meaning = "", values = {} } = (found && keysOf(found)[use]) ?? {};
  const scopes = use === "good" ? ["jobs"] : [];
  return { provider, meaning, key: values[field] ?? "", accounts: ["acme"], scopes, behaviour: "ok" };
}

/** The documented keys by name. They open nothing but the sandbox. */
export const keys = {
  ...workableKeys,
  ashby: other("ashby", "good"),
  ashbyNoPermission: other("ashby", "noPermission"),
  jobvite: { ...other("jobvite", "good"), secret: other("jobvite", "good", "secret_key").key },
  lever: other("lever", "good"),
  leverNoPostings: other("lever", "noPermission"),
  smartRecruiters: other("smartrecruiters", "good"),
  pinpoint: other("pinpoint", "good"),
  pinpointNoJobs: other("pinpoint", "noPermission"),
} satisfies Record<SandboxKeyName, Omit<SandboxKey, "name">>;

/** The documented keys as a list. */
export const sandboxKeys: readonly SandboxKey[] = Object.entries(keys).map(([name, key]) => ({ name, ...key }));
