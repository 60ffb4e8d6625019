import { sandboxKeys, type SandboxKey } from "./keys.ts";
import { RateWindow } from "./rate_window.ts";
import { defaultSwitches, type Switches } from "./switches.ts";

/** What the sandbox remembers between requests. */
export class SandboxState {
  switches: Switches;
  readonly rateWindow = new RateWindow();
  readonly #first: Switches;

  constructor(switches: Partial<Switches> = {}) {
    this.#first = { ...defaultSwitches, ...switches };
    this.switches = this.#first;
  }

  /** Back to how it was started. */
  reset(): void {
    this.switches = this.#first;
    this.rateWindow.clear();
  }

  /** A key of Workable's; those of the others are of their files alone (provider_auth.ts). */
  findKey(value: string): SandboxKey | undefined {
    const known = sandboxKeys.find((key) => key.provider === "workable" && key.key === value);
    const extra = this.switches.extraKeys.find(({ key }) => key === value);
    if (known || !extra) return known;
    return { ...extra, name: "extra", meaning: "Added by a switch.", provider: "workable", behaviour: "ok" };
  }
}
