import { version } from "../assets.ts";
import type { BackendLine } from "../backend/backend_line.ts";
import type { ModuleHost } from "../module/module.ts";
import type { PageConfig } from "../config/page_config.ts";
import type { Inbound, SealEffect } from "../messages.ts";
import type { Sealed } from "./seal_now.ts";
import type { LoadSealer } from "../sealer.ts";

export interface Sealing {
  seal: ModuleHost["seal"];
  /** Well before the key is asked for: loads what will be needed then, and looks whether the relay is where it should be. */
  prepare(): void;
  relayRefused(): boolean;
}

export function createSealing(
  { verify, relay, handover: { keys } }: PageConfig,
  origin: string,
  backend: BackendLine,
  post: (message: Inbound) => void,
  { loadSealer, needSealer }: Record<"loadSealer" | "needSealer", LoadSealer>,
): Sealing {
  let isChecked = verify !== "relay";
  let isRefused = false;
  return {
    seal(json, secrets) {
      const effect = JSON.parse(json) as SealEffect;
      const { attempt, purpose } = effect;
      const given = { origin, version: version(), keys };
      const notLoaded = (): Sealed => {
        for (const { bytes } of secrets) bytes.fill(0);
        return { code: navigator.onLine ? "LOAD_FAILED" : "OFFLINE" };
      };
      void needSealer()
        .then((sealer) => sealer.seal(effect, secrets, given), notLoaded)
        .then((made) => {
          if (!("token" in made))
            post({ type: purpose === "verify" ? "backend_failed" : "handover_failed", attempt, ...made });
          else if (purpose === "verify") backend.verify(attempt, made.token);
          else post({ type: "sealed", attempt, ...made });
        });
    },
    prepare() {
      // What does not come is tried again on the next screen, and once more when it is needed.
      loadSealer().then(
        ({ seesRedirect }) => {
          if (!isChecked) void seesRedirect(relay).then((seen) => (isRefused = seen));
          isChecked = true;
        },
        () => undefined,
      );
    },
    relayRefused: () => isRefused,
  };
}
