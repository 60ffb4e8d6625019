import { build } from "esbuild";

const dom = `import { createElement as h, useState } from "react"; import { createRoot } from "react-dom/client";
  const root = document.body.appendChild(Object.assign(document.createElement("div"), { id: "app" }));
  const show = (component) => createRoot(root).render(h(component));`;
const connect = `h("button", { id: "connect", onClick: () => window.connect() }, "Connect")`;

/** Host pages by the library that makes their modal: each shows the button Connect inside of it. */
const libraries: Record<string, string> = {
  "React Aria": `${dom} import { Modal, ModalOverlay, Dialog, Heading } from "react-aria-components";
    show(() => h(ModalOverlay, { isOpen: true }, h(Modal, null, h(Dialog, null, h(Heading, { slot: "title" }, "Host"), ${connect}))));`,
  Radix: `${dom} import * as D from "@radix-ui/react-dialog";
    show(() => { const [open, set] = useState(true); return h(D.Root, { open, onOpenChange: set },
      h(D.Portal, null, h(D.Overlay), h(D.Content, null, h(D.Title, null, "Host"), ${connect}))); });`,
  MUI: `${dom} import Dialog from "@mui/material/Dialog"; import Title from "@mui/material/DialogTitle";
    show(() => h(Dialog, { open: true, transitionDuration: 0 }, h(Title, null, "Host"), ${connect}));`,
  "Headless UI": `${dom} import { Dialog, DialogPanel } from "@headlessui/react";
    show(() => { const [open, set] = useState(true);
      return h(Dialog, { open, onClose: set }, h(DialogPanel, null, h("h2", null, "Host"), ${connect})); });`,
  Bootstrap: `import { Modal } from "bootstrap";
    document.body.insertAdjacentHTML("beforeend",
      '<div class="modal" tabindex="-1"><div class="modal-dialog"><h2>Host</h2><button id="connect">Connect</button></div></div>');
    document.getElementById("connect").onclick = () => window.connect();
    document.querySelector(".modal").style.cssText = "position:fixed;inset:0;z-index:1055";
    new Modal(document.querySelector(".modal")).show();`,
  "a native dialog": `document.body.insertAdjacentHTML("beforeend",
      '<dialog id="host-dialog"><h2>Host</h2><button id="connect">Connect</button></dialog>');
    document.getElementById("connect").onclick = () => window.connect();
    document.getElementById("host-dialog").showModal();`,
};

/** What bends the page's built-ins after the opener's script has run. */
const bent: Record<string, string> = {
  "Prototype.js-like built-ins": `Object.prototype.extend = function () {};
    for (const type of [Array, String, Object]) type.prototype.toJSON = function () { return JSON.stringify(this); };
    Array.prototype.each = function () {};
    Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };`,
  "lists that say themselves": `Array.prototype.toJSON = function () { return JSON.stringify(this); };`,
  "hostile built-ins": `for (const name of ["map", "filter", "forEach", "find", "includes", "push", "flatMap"])
      Array.prototype[name] = () => { throw new Error(name); };
    JSON.stringify = JSON.parse = () => "{}"; Object.keys = Object.entries = Object.values = () => [];
    Object.assign = () => null; Array.isArray = () => false; window.structuredClone = () => null;
    EventTarget.prototype.addEventListener = () => {};
    console.error = () => { throw new Error("console"); };
    for (const name of ["success", "error", "told", "snapshot"]) Object.prototype[name] = "inherited";`,
  "zone.js": `import "zone.js";`,
  SES: `import "ses"; lockdown({ errorTaming: "unsafe", consoleTaming: "unsafe" });`,
  "Dark Reader": `import { enable } from "darkreader"; enable({}, {});`,
  "page translation": `document.documentElement.className = "translated-ltr";`,
};

const turbo = `import { visit } from "@hotwired/turbo"; window.visit = visit;`;

const plain = `document.body.insertAdjacentHTML("beforeend", '<button id="connect">Connect</button>');
  document.getElementById("connect").onclick = () => window.connect();`;

const opener = `import * as ats from "/opener/ats-link.mjs";
  window.calls = [];
  window.connect = (more) => {
    const note = (name) => (first, second) => { window.calls[window.calls.length] = [name, first, second]; };
    window.handler = ats.create({ linkUrl: new URLSearchParams(location.search).get("link"),
      onSuccess: note("success"), onExit: note("exit"), ...more });
    // Without a method of promises, which a page may have bent.
    (async () => { try { await window.handler.open(); } catch {} })();
  };`;

/** The script of each host page, bundled but for the built opener, by the host's name. */
export async function hostScripts(): Promise<Record<string, string>> {
  const sources = {
    ...libraries,
    ...Object.fromEntries(Object.entries(bent).map(([name, source]) => [name, `${source}\n${plain}`])),
    "a plain page": plain,
    // The button is the page's own, which Turbo keeps and brings back.
    Turbo: turbo,
  };
  const scripts = Object.entries(sources).map(async ([name, source]) => {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: import.meta.dirname, loader: "js" },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    });
    return [name, outputFiles[0]?.text ?? ""] as const;
  });
  return { ...Object.fromEntries(await Promise.all(scripts)), opener };
}

export const modalHosts = Object.keys(libraries);
export const bentHosts = Object.keys(bent);
export const pathOf = (host: string): string => `/${host.replaceAll(/\W+/g, "-").toLowerCase()}`;

/** A page without a body's content: its scripts put it there. */
export const hostDocument = (host: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>${host}</title></head><body>${host === "Turbo" ? '<button id="connect">Connect</button>' : ""}<script type="module" src="/host-opener.js"></script>
  <script type="module" src="${pathOf(host)}.js"></script></body></html>`;
