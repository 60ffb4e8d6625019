import { oneOf, only, type Shape } from "./shape.ts";

const scheme = oneOf("light", "dark", "system");
const theme = only({ scheme, accent: "", accentDark: "", font: "" });

/**
 * The members of `PortConfig`. The list is closed: a host that sends a seal key, a relay or a backend address is
 * refused, so that such a member cannot be obeyed by accident later.
 */
export const configShape: Record<string, Shape> = {
  state: "",
  provider: "",
  providers: [""],
  scopes: only({ required: [""], optional: [""] }),
  prefill: only({ subdomain: "" }),
  mode: oneOf("connect", "relink"),
  locale: "",
  theme: (value) => scheme(value) || theme(value),
  brand: only({ name: "" }),
  support: only({ url: "", email: "" }),
  supportRequest: true,
  inviteUrl: "",
};
