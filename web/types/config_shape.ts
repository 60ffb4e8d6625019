import { fits, type Shape } from "./shape.ts";

const scheme = /^(light|dark|system)$/;
const colour = /^#[0-9a-f]{6}$/i;
// Plain family names: the list goes into a style and into canvas 2D.
const theme = { scheme, accent: colour, accentDark: colour, font: /^[\p{L}\p{N} ,'_-]{1,100}$/u };

/**
 * The members of `PortConfig`, each of which may be absent. The list is closed: a host that sends a seal key, a relay or a
 * backend address is refused, so that such a member cannot be obeyed by accident later.
 */
export const configShape: Record<string, Shape> = {
  state: "",
  provider: "",
  providers: [""],
  scopes: { required: [""], optional: [""] },
  prefill: { subdomain: "" },
  mode: /^(connect|relink)$/,
  locale: "",
  theme: (value) => fits(value, scheme) || fits(value, theme, true),
  brand: { name: "" },
  support: { url: "", email: "" },
  supportRequest: true,
  inviteUrl: "",
};

export const fitsConfig = (config: unknown): boolean => fits(config, configShape, true);
