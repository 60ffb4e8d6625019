import type { PortConfig } from "../../types/port.ts";
import type { PageConfig } from "./page_config.ts";

/** The host's configuration as the flow reads it (docs/bridge.md): the callback's presence is a member of `support`. */
export function toFlowConfig({ supportRequest, ...config }: PortConfig): object {
  return supportRequest === undefined ? config : { ...config, support: { ...config.support, request: supportRequest } };
}

/** What the flow needs of the page's own configuration; addresses and keys stay here. */
export function toFlowPage({ verify, handover, providers, notices, logos, brand, support }: PageConfig): object {
  return {
    verify,
    handover: { mode: handover.mode },
    ...(providers && { providers }),
    ...(notices && { down: Object.keys(notices) }),
    ...(logos && { logos }),
    ...(brand && { brand }),
    ...(support && { support }),
    // Without a key nothing is sealed, and the screen may not say that it is.
    ...(handover.keys.length === 0 && { dangerouslyAllowPlaintext: true }),
  };
}
