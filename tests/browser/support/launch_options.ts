import type { LaunchOptions } from "playwright-core";

/** How one browser differs from the usual one. */
export interface ChromiumOptions {
  /** Real device pixel ratio; give the context the same `deviceScaleFactor`. */
  scale?: number;
  /** False: neither a GPU nor the software renderer, so no WebGL context can be made. */
  webgl?: boolean;
  /** True: the whole browser, which keeps pages when they are left, as for people; Playwright turns that off. */
  backForwardCache?: boolean;
  /** Further switches of the command line. */
  args?: string[];
}

/**
 * Debian's Chromium, headless, drawing WebGL 2 in software and kept off the network: its headless shell, which is the same
 * engine at two thirds of the cost, wherever only a page counts.
 */
export function launchOptions(options: ChromiumOptions = {}): LaunchOptions {
  const graphics =
    options.webgl === false ? ["--disable-gpu", "--disable-software-rasterizer"] : ["--enable-unsafe-swiftshader"];
  return {
    executablePath:
      process.env["CHROMIUM"] ?? (options.backForwardCache ? "/usr/bin/chromium" : "/usr/bin/chromium-headless-shell"),
    ignoreDefaultArgs: options.backForwardCache ? ["--disable-back-forward-cache"] : [],
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--force-device-scale-factor=${String(options.scale ?? 1)}`,
      ...graphics,
      ...(options.args ?? []),
    ],
  };
}
