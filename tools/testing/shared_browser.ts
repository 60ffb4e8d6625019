import { chromium, type BrowserServer } from "playwright-core";
import { launchOptions } from "../../tests/browser/support/launch_options.ts";

/** A usual Chromium that one test file after the other connects to; a new one where the last has crashed or is doubted. */
export class SharedBrowser {
  #server: BrowserServer | null = null;
  /** Browsers started so far. */
  started = 0;

  /** Where to connect to. */
  async address(): Promise<string> {
    if (!this.#server) {
      this.started++;
      // The runner takes the signals: it ends the files first.
      const unhandled = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
      const server = await chromium.launchServer({ ...launchOptions(), ...unhandled });
      server.on("close", () => {
        if (this.#server === server) this.#server = null;
      });
      this.#server = server;
    }
    return this.#server.wsEndpoint();
  }

  /** The next file gets a new one. */
  async end(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    await server?.kill();
  }
}
