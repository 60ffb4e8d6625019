import { apply } from "../types/plain_text.ts";

/** Sets styles that host CSS cannot override, through the CSSOM, which a strict `style-src` allows. */
export const pin = (element: HTMLElement, css: string): void => {
  element.style.cssText = `all:unset;font:600 15px system-ui;${css}`.replaceAll(";", "!important;");
};

// Not `remove`, which libraries give elements anew; of the page as it was, and without one while a server renders.
const replaceWith = (globalThis as Partial<typeof globalThis>).Element?.prototype.replaceWith as () => void;

/** Takes an element out of the page. */
export const drop = (element: Element): void => {
  apply(replaceWith, element, []);
};

export function addButton(parent: HTMLElement, label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.onclick = press;
  pin(button, "background:#4338ca;outline:revert;border-radius:10px;padding:12px 20px;color:#fff;");
  parent.append(button);
  return button;
}

/** The iframe of the link page. The sandbox isolates because the page is on another origin. */
export function createFrame(url: URL): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = "Connect your ATS";
  frame.referrerPolicy = "no-referrer";
  frame.allow = "clipboard-write";
  frame.src = url.href;
  frame.sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
  return frame;
}
