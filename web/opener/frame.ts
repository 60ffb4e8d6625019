/** Sets styles that host CSS cannot override, through the CSSOM, which a strict `style-src` allows. */
export const pin = (element: HTMLElement, css: string): void => {
  element.style.cssText = `all:initial;${css}`.replace(/;/g, "!important;");
};

/** The iframe of the link page. The sandbox isolates because the page is on another origin. */
export function createFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = "Connect your ATS";
  frame.setAttribute(
    "sandbox",
    "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox",
  );
  frame.allow = "clipboard-write";
  frame.referrerPolicy = "no-referrer";
  frame.src = url;
  return frame;
}
