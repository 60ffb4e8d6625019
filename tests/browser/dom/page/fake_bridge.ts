import type { Bridge } from "../../../../web/link/bridge.ts";
import type { ModuleHost } from "../../../../web/link/module/module.ts";
import type { Rect, ViewModel } from "../../../../web/link/view_model.ts";

/** Rectangles for every part of a view, stacked from top to bottom as a painter would. */
function rectangles(view: ViewModel, width: number): { rects: Rect[]; content: number; footer: number } {
  const rects: Rect[] = [];
  let y = 0;
  const add = (region: Rect["region"], id: string, height: number, x = 24, wide = width - 48): void => {
    rects.push({ region, id, x, y, width: wide, height });
  };
  add("header", "back", 44, 8, 44);
  add("header", "close", 44, width - 52, 44);
  for (const id of ["heading", "lead"]) {
    add("content", id, 24);
    y += 32;
  }
  for (const node of view.nodes) {
    if (node.kind === "reveal") {
      const box = rects.find(({ id }) => id === node.owner);
      if (box) rects.push({ ...box, id: node.id, x: box.x + box.width - 46, width: 44 });
      continue;
    }
    if (node.kind === "field") {
      add("content", `${node.id}/label`, 20);
      y += 26;
    }
    const more = node.kind === "choice" && node.help ? 24 : 0;
    add("content", node.id, 48 + more);
    y += more;
    if (node.kind === "field" && node.error) {
      y += 52;
      add("content", `${node.id}/error`, 20);
    }
    for (const part of ["label", "help"]) if (node.kind !== "field") add("content", `${node.id}/${part}`, 20, 40);
    y += 56;
    if (node.kind !== "list") continue;
    node.items.forEach((_, index) => {
      add("content", `${node.id}/${index}`, 24);
      y += 28;
    });
  }
  const content = y;
  y = 12;
  if (view.primary) add("footer", "primary", 48);
  view.secondary.forEach((_, index) => {
    y += 52;
    add("footer", `secondary:${index}`, 44);
  });
  y += 52;
  add("footer", "help", 44, 60, 100);
  add("footer", "text_view", 44, 180, 100);
  return { rects, content, footer: y + 44 };
}

export interface FakeModule {
  bridge: Bridge;
  /** Every message and secret that reached the module, in order. */
  log: object[];
  show(view: ViewModel): void;
  frames(): number;
  secrets: Map<string, string>;
}

/** A module without WebAssembly: logs what it is told and shows what the test says. */
export function createFakeModule(host: () => ModuleHost, reply: (message: object) => void): FakeModule {
  const log: object[] = [];
  const secrets = new Map<string, string>();
  let view: ViewModel | null = null;
  let frames = 0;
  const bridge: Bridge = {
    part: () => true,
    boot: () => true,
    post(message) {
      log.push(message);
      reply(message);
      return true;
    },
    putSecret(field, value) {
      log.push({ secret: field, length: value.length });
      secrets.set(field, value);
    },
    takeSecret: (field) => secrets.get(field) ?? "",
    appearance() {},
    canvas: () => true,
    frame({ width }, letters = 0) {
      if (letters > 0) return false;
      frames++;
      if (view) host().layout(JSON.stringify({ width, header: 60, ...rectangles(view, width) }));
      return false;
    },
    focus() {},
    contextLost() {},
    contextRestored() {},
    dropGlyphs() {},
  };
  return {
    bridge,
    log,
    secrets,
    frames: () => frames,
    show(next) {
      view = next;
      host().show(JSON.stringify(next));
    },
  };
}
