import type { ExitReason, LinkConfig } from "../types/index.ts";
import { focused, restoreFocus } from "./focus.ts";
import { createFrame, pin } from "./frame.ts";
import { addSheet } from "./sheet.ts";

/** Where the frame is: a modal dialog over the page, or the host's container. */
export interface Stage {
  frame: HTMLIFrameElement;
  /** Brings the wizard back if it is hidden, and moves the focus into it. */
  show(): void;
  /** Puts the dialog aside, alive, and shows a button that calls `resume`. Without a dialog it calls `resume` at once. */
  hide(resume: () => void): void;
  /** A way out for a page that will not answer; a container needs none. */
  offerClose(close: () => void): void;
  /** The height in CSS px that the wizard wants; the dialog's style sheet has one of its own. */
  resize(height: number): void;
  remove(): void;
}

function addButton(parent: HTMLElement, label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.textContent = label;
  button.onclick = press;
  pin(
    button,
    `position:${parent === document.body ? "fixed" : "absolute"};inset:auto 16px 16px auto;z-index:2147483647;padding:12px 20px;border-radius:10px;background:#4338ca;color:#fff;font:600 15px system-ui;cursor:pointer;outline:revert;outline-offset:2px;`,
  );
  parent.append(button);
  return button;
}

/** Puts the frame into the page. `leave` is called when the user leaves by the dialog; `force`: it is already closed. */
export function createStage(
  url: string,
  { container, theme }: LinkConfig,
  leave: (reason: ExitReason, force: boolean) => void,
): Stage {
  const before = focused();
  const frame = createFrame(url);
  const dialog = container ? undefined : document.createElement("dialog");
  const root = dialog ?? frame;
  const dropSheet = dialog && addSheet();
  let button: HTMLElement | undefined;

  pin(frame, `display:block;width:100%;height:${dialog ? "100%" : "var(--h,600px)"};`);
  if (dialog) {
    const scheme = typeof theme === "object" ? theme.scheme : theme;
    dialog.dataset.atsLink = "";
    dialog.ariaLabel = frame.title;
    dialog.style.setProperty("--s", scheme === "light" || scheme === "dark" ? scheme : "light dark");
    dialog.oncancel = (event) => {
      event.preventDefault();
      leave("escape", false);
    };
    // A browser may close a dialog without asking, for example at the second Escape in a row.
    dialog.onclose = () => {
      if (!dialog.open && !button) leave("escape", true);
    };
    dialog.onclick = (event) => {
      if (event.target === dialog) leave("backdrop", false);
    };
    dialog.append(frame);
  }
  (container ?? document.body).append(root);
  dialog?.showModal();

  const show = (): void => {
    button?.remove();
    button = undefined;
    if (dialog && !dialog.open) dialog.showModal();
    frame.focus();
  };
  return {
    frame,
    show,
    hide(resume) {
      if (!dialog) {
        resume();
        return;
      }
      button ??= addButton(document.body, "Continue connecting", () => {
        show();
        resume();
      });
      dialog.close();
      button.focus({ preventScroll: true });
    },
    offerClose(close) {
      if (dialog) addButton(dialog, "Close", close).focus();
    },
    resize: (height) => root.style.setProperty("--h", `${height}px`),
    remove() {
      const inside = dialog || focused() === frame;
      if (dialog) dialog.onclose = null;
      dialog?.close();
      button?.remove();
      root.remove();
      dropSheet?.();
      if (inside) restoreFocus(before);
    },
  };
}
