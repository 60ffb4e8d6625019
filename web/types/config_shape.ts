import type { Shape } from "./shape.ts";

/**
 * The members of `PortConfig`, each of which may be absent. The list is closed: a host that sends a seal key, a relay or a
 * backend address is refused, so that such a member cannot be obeyed by accident later.
 */
export const configShape: Record<string, Shape> = {
  brand: { name: "" },
  relink: { reason: "" },
  locale: "",
  scopes: { required: [""], optional: [""] },
  state: "",
  providers: [""],
  inviteUrl: "",
  provider: "",
  prefill: { subdomain: "" },
  support: { url: "", email: "" },
  // Looked at by the page, which names the member that is wrong.
  theme: () => true,
  mode: "",
};
