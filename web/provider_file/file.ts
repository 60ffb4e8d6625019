import type { Auth, Field, Probe, Scope } from "../relay/provider.ts";

/** A provider file of the right shape, as `providers/schema.json` has it and providers/README.md explains it. */
export interface ProviderFile {
  schema: 1;
  id: string;
  name: string;
  aliases: string[];
  featured: boolean;
  status: "ok" | "legacy";
  auth: Auth;
  fields: FieldFile[];
  scopes: ScopeFile[];
  probes: (Probe & { label: string })[];
  verdict: Record<string, string>;
  guide: StepFile[];
  settingsUrl: string;
  settingsPage?: "settings" | "support";
  revoke: string;
  keyExpires?: boolean;
  sources: string[];
  facts: Record<string, { confidence: "A" | "B" | "C"; source: string }>;
}

export interface FieldFile extends Field {
  help?: string;
  suffix?: string;
  example?: string;
  clean?: string[];
  hosts?: { suffix: string; take: string; after?: string; not?: string[]; message: string }[];
  refuse?: { like: string; message: string }[];
  reserved?: { block: string[]; warn: string[]; blockMessage: string; warnMessage: string };
  short?: { under: number; message: string };
}

export interface ScopeFile extends Scope {
  means: string;
}

export interface StepFile {
  text: string;
  url?: string;
  copy?: "host_name" | "subdomain";
  scopes?: true;
  expiry?: true;
  picture?: Thing[];
}

/** What is drawn: one member, with the words that the ATS shows, or true. */
export type Thing = Partial<Record<"address" | "item" | "title" | "value" | "button" | "tick", string>> &
  Partial<Record<"account" | "scopes" | "secret", true>>;
