import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startSandbox } from "../../../web/sandbox/server.ts";
import { makeCertificates } from "../../relay/contract/certificates.ts";
import { launchChromium } from "../support/chromium.ts";
import { hostPage, makeSiteCertificate, passOn, serveTls, type TlsServer } from "./servers.ts";

/** Everything around a deployment: the ATS behind TLS, the application, and a browser that finds both sites. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), "ats-link-deploy-"));
  readonly certificates = makeCertificates(this.#made("certificates"));
  readonly site = makeSiteCertificate(this.folder);
  atsPort = 0;
  #open: { close(): Promise<void> }[] = [];
  #browser: Browser | undefined;

  #made(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(path);
    return path;
  }

  /** The sandbox, reached as `https://acme.workable.com` by who trusts the test's authority. */
  async startAts(): Promise<void> {
    const sandbox = await startSandbox({ switches: { rateLimit: false } });
    const port = Number(new URL(sandbox.url).port);
    const tls = await serveTls(this.certificates.pairs.good, (message, response) => passOn(message, response, port));
    this.atsPort = tls.port;
    this.#open.push(tls, sandbox);
  }

  keep(server: { close(): Promise<void> }): void {
    this.#open.push(server);
  }

  /** A page of the application, with the link page's origin at `linkPort`. Complaints of both go into the list. */
  async openApp(linkPort: number, complaints: string[]): Promise<Page> {
    const table = JSON.parse(readFileSync(join(this.folder, "guide/dist/integrity.json"), "utf8")) as {
      files: Record<string, string>;
    };
    const app: TlsServer = await serveTls(this.site, hostPage(table.files["opener/ats-link.js"] ?? ""));
    this.keep(app);
    const rules = `MAP link.example.com:443 127.0.0.1:${String(linkPort)}, MAP app.example.com:443 127.0.0.1:${String(app.port)}`;
    this.#browser = await launchChromium({ args: [`--host-resolver-rules=${rules}`] });
    const context = await this.#browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    page.on("console", (message) => {
      const text = message.text();
      if (["error", "warning"].includes(message.type()) && !text.includes("GPU stall")) complaints.push(text);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => console.error(violatedDirective));
    });
    await page.goto("https://app.example.com/");
    return page;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    for (const server of this.#open.reverse()) await server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
