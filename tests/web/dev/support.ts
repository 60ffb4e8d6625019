import { CompactEncrypt, importJWK } from "jose";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { startServers, type ServerOptions, type Servers } from "../../../web/dev/serve.ts";
import type { SealKey } from "../../../web/headers/link_config.ts";
import { keys } from "../../../web/sandbox/keys.ts";

const built: Record<string, string> = {
  "link/index.html": "<!doctype html><title>Link page</title>",
  "link/link.config.json": "{}",
  "link/assets/main.ab12cd34.js": "export {};",
  "link/ats-link.wasm": "\0asm",
  "link/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "demo/index.html": "<!doctype html><title>Demo</title>",
  "demo/demo.js": "export {};",
  "demo/demo.svg": "<svg xmlns='http://www.w3.org/2000/svg' id='logo'/>",
  "opener/ats-link.js": "/* opener */",
  "docs/index.html": "<!doctype html><title>Docs</title>",
  "docs/adr/0001-a.html": "<!doctype html><h1>One</h1>",
};

/** A folder that looks like `dist`, so that no build is needed; removed after the test. */
export function makeDist(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(built)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  writeFileSync(join(folder, "secret.txt"), "outside of every served folder");
  return folder;
}

export async function startForTest(t: TestContext, options: ServerOptions = {}): Promise<Servers> {
  const dist = makeDist(t);
  const servers = await startServers({ dist, ...options });
  t.after(() => servers.close());
  return servers;
}

export interface DemoSession {
  linkUrl: string;
  state: string;
  inviteUrl: string;
  invitation: string;
}

/** A signed-in user of the host page: keeps the cookie. */
export class User {
  readonly #hostUrl: string;
  #cookie = "";

  constructor(hostUrl: string) {
    this.#hostUrl = hostUrl;
  }

  async session(): Promise<DemoSession> {
    return (await this.get("api/link-session")).body as unknown as DemoSession;
  }

  connect(publicToken: string): Promise<Answered> {
    return this.post("api/connections", { publicToken });
  }

  async get(path: string): Promise<Answered> {
    return this.#keep(await answered(await fetch(this.#hostUrl + path, { headers: { Cookie: this.#cookie } })));
  }

  async post(path: string, body: unknown): Promise<Answered> {
    return this.#keep(await post(this.#hostUrl + path, body, { Cookie: this.#cookie }));
  }

  #keep(got: Answered): Answered {
    this.#cookie ||= (got.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    return got;
  }
}

export interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  const init = {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
  return answered(await fetch(url, init));
}

async function answered(response: Response): Promise<Answered> {
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

export const errorCode = ({ body }: Answered): unknown => (body["error"] as { code?: unknown } | undefined)?.code;

/** What the link page puts into a token after the walk with the key of every scope. */
export function payload(state: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  const iat = Math.floor(Date.now() / 1000);
  return {
    v: 1,
    jti: crypto.randomUUID(),
    iat,
    exp: iat + 600,
    state,
    origin: "http://localhost",
    provider: "workable",
    method: "api_key",
    fields: { subdomain: "acme" },
    credential: { kind: "api_key", values: { api_key: keys.allScopes.key } },
    account: { id: "b4e8e", name: "Acme" },
    scopes: { granted: ["r_jobs", "r_candidates"], missing: [], unverified: ["w_candidates"] },
    widgetVersion: "0.1.0",
    pad: "xxxx",
    ...change,
  };
}

/** Seals as the link page does. */
export async function seal(content: unknown, key: SealKey, header: Record<string, unknown> = {}): Promise<string> {
  const usual = { alg: "ECDH-ES", enc: "A256GCM", kid: key.kid, typ: "ats-link+jwe", cty: "json" };
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ ...usual, ...header })
    .encrypt(await importJWK({ ...key }, "ECDH-ES"));
}

/** Another value, whatever it was: the character in the middle is one of which every bit counts, unlike the last. */
function flip(part: string): string {
  const middle = Math.floor(part.length / 2);
  return part.slice(0, middle) + (part[middle] === "A" ? "B" : "A") + part.slice(middle + 1);
}

/** The token with one part made another by `change`; its tag, the last, unless said. */
export function withPart(token: string, index = 4, change = flip): string {
  const parts = token.split(".");
  return parts.with(index, change(parts[index] ?? "")).join(".");
}
