import {
  button,
  expectScreen,
  keyField,
  openWidget,
  submitCredentials,
  textbox,
  toSubdomain,
  type Widget,
} from "./walk.ts";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";

/** One state of the widget and the way to it. */
export interface ScreenState {
  name: string;
  reach(page: Page, hostUrl: string): Promise<Widget>;
}

const failing = (name: string, subdomain: string, key: string, heading: string): ScreenState => ({
  name,
  reach: async (page, hostUrl) => {
    const widget = await atSubdomain(page, hostUrl);
    await submitCredentials(widget, subdomain, key);
    await expectScreen(widget, heading);
    return widget;
  },
});

async function atSubdomain(page: Page, hostUrl: string): Promise<Widget> {
  const widget = await openWidget(page, hostUrl);
  await toSubdomain(widget);
  return widget;
}

async function atMethod(page: Page, hostUrl: string): Promise<Widget> {
  const widget = await openWidget(page, hostUrl);
  await button(widget, "View more ATS integrations").click();
  await button(widget, "Workable").click();
  await expectScreen(widget, "How do you want to connect Workable?");
  return widget;
}

async function atKey(page: Page, hostUrl: string): Promise<Widget> {
  const widget = await atSubdomain(page, hostUrl);
  await textbox(widget, "Subdomain").fill("acme");
  await button(widget, "Next").click();
  await expectScreen(widget, "Enter your Workable API key");
  return widget;
}

/** Every screen that a person can meet, each once. */
export const screenStates: ScreenState[] = [
  { name: "provider", reach: openWidget },
  {
    name: "provider-search",
    reach: async (page, hostUrl) => {
      const widget = await openWidget(page, hostUrl);
      await widget.frame.getByRole("searchbox", { name: "Search integrations" }).fill("no such thing");
      return widget;
    },
  },
  { name: "method", reach: atMethod },
  {
    name: "admin",
    reach: async (page, hostUrl) => {
      const widget = await atMethod(page, hostUrl);
      await button(widget, "Use my API key or access token (recommended)").click();
      await expectScreen(widget, "Are you an admin of Workable?");
      return widget;
    },
  },
  {
    name: "invite",
    reach: async (page, hostUrl) => {
      const widget = await atMethod(page, hostUrl);
      await button(widget, "Ask someone else to connect").click();
      await expectScreen(widget, "Invite an admin");
      return widget;
    },
  },
  {
    name: "permissions",
    reach: async (page, hostUrl) => {
      const widget = await atMethod(page, hostUrl);
      await button(widget, "Use my API key or access token (recommended)").click();
      await button(widget, "I am an admin").click();
      await expectScreen(widget, "Review data permissions");
      return widget;
    },
  },
  { name: "subdomain", reach: atSubdomain },
  {
    name: "subdomain-error",
    reach: async (page, hostUrl) => {
      const widget = await atSubdomain(page, hostUrl);
      await textbox(widget, "Subdomain").fill("https://acme.workable.com/backend");
      await button(widget, "Next").click();
      await button(widget, "Use “acme”").waitFor();
      return widget;
    },
  },
  { name: "api-key", reach: atKey },
  {
    name: "api-key-error",
    reach: async (page, hostUrl) => {
      const widget = await atKey(page, hostUrl);
      await keyField(widget).fill("abc");
      await button(widget, "Next").click();
      await widget.frame.getByText("too short").first().waitFor();
      return widget;
    },
  },
  {
    name: "verifying",
    reach: async (page, hostUrl) => {
      const widget = await atSubdomain(page, hostUrl);
      await submitCredentials(widget, "acme", keys.slow.key);
      await expectScreen(widget, "Checking your connection");
      return widget;
    },
  },
  {
    name: "connected",
    reach: async (page, hostUrl) => {
      const widget = await atSubdomain(page, hostUrl);
      await submitCredentials(widget, "acme", keys.allScopes.key);
      await expectScreen(widget, "Workable is connected");
      return widget;
    },
  },
  failing("failed-credentials", "acme", keys.expired.key, "Workable did not accept this API key"),
  failing("failed-mismatch", "acme", keys.ofGlobex.key, "This API key belongs to another Workable account"),
  failing("failed-scopes", "acme", keys.onlyJobs.key, "This API key cannot read everything that is needed"),
  failing("failed-rate", "acme", keys.rateLimited.key, "Please wait a moment"),
  failing("failed-not-found", "nobody", keys.allScopes.key, "We found no Workable account called “nobody”"),
  failing("failed-unavailable", "acme", keys.unavailable.key, "Workable is not available right now"),
  {
    name: "close-question",
    reach: async (page, hostUrl) => {
      const widget = await atSubdomain(page, hostUrl);
      await textbox(widget, "Subdomain").fill("acme");
      await button(widget, "Close").click();
      await button(widget, "Close now").waitFor();
      return widget;
    },
  },
  {
    name: "help",
    reach: async (page, hostUrl) => {
      const widget = await atSubdomain(page, hostUrl);
      await button(widget, "Get help").click();
      await expectScreen(widget, "Get help");
      return widget;
    },
  },
];
