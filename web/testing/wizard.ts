import type { AtsLinkTesting } from "../types/testing.ts";

export const wizard: AtsLinkTesting["wizard"] = (page) => {
  // Both in the modal dialog and in an element of the page; Playwright looks into open shadow roots.
  const frame = page.frameLocator('iframe[title="Connect your ATS"]');
  const button = (name: string) => frame.getByRole("button", { name, exact: true });
  const field = (label: string) => frame.getByLabel(label, { exact: true });
  const screen = async (heading: string) => {
    await frame.getByRole("heading", { name: heading, exact: true }).waitFor();
    return frame.getByRole("dialog", { name: heading, exact: true });
  };

  async function choose(name: string): Promise<void> {
    await screen("Connect your ATS");
    await frame.getByRole("searchbox", { name: "Search integrations", exact: true }).fill(name);
    await button(name).click();
    await screen(`How do you want to connect ${name}?`);
    await button("Use my API key or access token (recommended)").click();
    await screen(`Are you an admin of ${name}?`);
    await button("I am an admin").click();
    await screen("Review data permissions");
    await button("Next").click();
  }

  return {
    frame,
    screen,
    button,
    field,
    choose,
    async enterWorkable({ subdomain, key }) {
      await choose("Workable");
      await screen("Enter your Workable subdomain");
      await field("Subdomain").fill(subdomain);
      await button("Next").click();
      await screen("Enter your Workable API key");
      await field("API key").fill(key);
      await button("Next").click();
    },
  };
};
