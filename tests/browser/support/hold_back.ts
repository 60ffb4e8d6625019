import type { Page } from "playwright-core";

/** Holds back what a page asks for by such an address, until the returned function is called: a slow line without a clock. */
export async function holdBack(page: Page, address: RegExp | string): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
