import { createFrame, drop } from "./frame.ts";
import { linkAddress } from "./port_config.ts";

/**
 * Loads the link page once in a hidden frame. Browsers keep the cache apart by top-level site and frame, so only a
 * frame fills the part that `open()` will read; `<link rel=prefetch>` would not. No session starts: no hello is sent.
 * Rejects with a `CONFIG_INVALID` LinkError for an address that `open()` would refuse, or none.
 */
export const preload = (options: { linkUrl: string }): Promise<void> =>
  // What throws in here rejects.
  new Promise((loaded) => {
    const frame = createFrame(linkAddress(options));
    frame.hidden = true;
    frame.onload = () => loaded();
    // The page fetches more after `load`. One that never loads, or that the host takes away, is waited for no longer.
    setTimeout(() => {
      drop(frame);
      loaded();
    }, 10_000);
    // There before the body is.
    document.documentElement.append(frame);
  });
