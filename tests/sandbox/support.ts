import type { TestContext } from "node:test";
import { startSandbox, type Sandbox } from "../../web/sandbox/server.ts";
import type { Switches } from "../../web/sandbox/switches.ts";

export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, undefined if it is not JSON. */
  body: unknown;
}

export interface SandboxUnderTest extends Sandbox {
  /** Asks by path routing: `ask("acme.workable.com/spi/v3/jobs", key)`. */
  ask(path: string, key?: string, init?: RequestInit): Promise<Asked>;
}

export async function startForTest(t: TestContext, switches: Partial<Switches> = {}): Promise<SandboxUnderTest> {
  const sandbox = await startSandbox({ switches });
  t.after(() => sandbox.close());
  return {
    ...sandbox,
    async ask(path, key, init = {}) {
      const authorization = key === undefined ? {} : { Authorization: `Bearer ${key}` };
      const headers = { ...authorization, ...(init.headers as Record<string, string> | undefined) };
      const response = await fetch(`${sandbox.url}/${path}`, { redirect: "manual", ...init, headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: parse(text) };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const jobsOf = (account: string): string => `${account}.workable.com/spi/v3/jobs?limit=1`;
export const candidatesOf = (account: string): string => `${account}.workable.com/spi/v3/candidates?limit=1`;
export const lookup = "www.workable.com/spi/v3/accounts";
