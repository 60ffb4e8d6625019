import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

/** Where the product's own are. */
export const folder = join(import.meta.dirname, "../../providers");

export const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as ProviderFile;

/** True for a file that follows the schema; `errors` tells what is wrong. */
export const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true })
  .addSchema([read("auth.schema.json"), read("field.schema.json")])
  .compile(read("schema.json"));

export interface ProviderFile {
  id: string;
  name: string;
  featured: boolean;
  status: string;
  auth: AuthFile;
  fields: FieldFile[];
  scopes: { id: string; probe?: string; minimum?: boolean; write?: boolean }[];
  probes: { id: string; host: string; method: string; path: string; ok: object }[];
  verdict: Record<string, string>;
  guide: { text: string; url?: string; copy?: string; scopes?: true; picture?: Record<string, string | true>[] }[];
  settingsUrl: string;
  sources: string[];
  facts: Record<string, { confidence: string; source: string }>;
}

export interface AuthFile {
  kind: string;
  field?: string;
  headers?: Record<string, string>;
  user?: string;
  client?: string;
  tokenUrl?: string;
  parameters?: Record<string, string>;
  extraHeaders?: Record<string, string>;
}

export interface FieldFile {
  id: string;
  kind: string;
  optional: boolean;
  chars?: { first: string; middle: string; last: string };
  min?: number;
  max?: number;
  options?: { value: string }[];
  refuse?: { like: string }[];
}
