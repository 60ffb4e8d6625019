/** Makes docs/images/theming.png: one step of the wizard in four themes, beside each other. */
import type { Page } from "playwright-core";
import { launchChromium } from "../tests/browser/support/chromium.ts";
import type { AtsLink, Theme } from "../web/types/index.ts";
import { startServers } from "../web/dev/start_servers.ts";

const themes: Theme[] = [
  { scheme: "light" },
  {
    scheme: "light",
    accent: "#9a3412",
    surface: "#fff8ee",
    text: "#2b1d12",
    radius: 22,
    font: "Georgia, DejaVu Serif",
  },
  { scheme: "dark", accentDark: "#5eead4", surfaceDark: "#0f1f2e", textDark: "#e6f0f5" },
  { scheme: "light", accent: "#ffd400", radius: 0, density: "compact" },
];
const WIDTH = 400;
const HEIGHT = 560;
const GAP = 24;

async function show(page: Page, linkUrl: string): Promise<void> {
  await page.evaluate(
    ([url, all, width, height, gap]) => {
      document.body.replaceChildren();
      document.body.style.cssText = `margin:0;padding:${gap}px;display:grid;grid-template-columns:repeat(4,${width}px);gap:${gap}px;background:#d9dde5`;
      const { AtsLink } = window as unknown as { AtsLink: AtsLink };
      for (const theme of all) {
        const container = document.createElement("div");
        container.style.cssText = `height:${height}px;overflow:hidden;border-radius:16px`;
        document.body.append(container);
        void AtsLink.create({
          ...{ linkUrl: url, container, provider: "workable", state: "picture", theme, brand: { name: "Hirewell" } },
          onSuccess() {},
        }).open();
      }
    },
    [linkUrl, themes, WIDTH, HEIGHT, GAP] as const,
  );
}

const servers = await startServers();
const browser = await launchChromium({ scale: 2 });
try {
  const width = themes.length * (WIDTH + GAP) + GAP;
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme: "light",
    deviceScaleFactor: 2,
    viewport: { width, height: HEIGHT + 2 * GAP },
  });
  const page = await context.newPage();
  await page.goto(servers.hostUrl);
  await page.addScriptTag({ path: "dist/opener/ats-link.js" });
  await show(page, servers.linkUrl);
  for (const _ of themes) await page.waitForTimeout(500);
  for (const frame of page.frames().slice(1)) {
    await frame.getByRole("button", { name: "Use my API key or access token" }).click();
    await frame.getByRole("button", { name: "I am an admin" }).click();
    await frame.getByRole("button", { name: "Next" }).click();
    await frame.getByRole("textbox", { name: "Subdomain" }).fill("acme");
    // Off the button, which else keeps its shade.
    await frame.getByRole("heading", { level: 1 }).hover();
  }
  await page.mouse.move(1, 1);
  await page.waitForTimeout(600); // Fades, and the last letters.
  await page.screenshot({ path: "docs/images/theming.png" });
} finally {
  await browser.close();
  await servers.close();
}
