import type { Inbound } from "./messages.ts";
import type { LinkModule } from "./module/module.ts";
import type { Appearance } from "./picture/appearance.ts";

/** CSS px and seconds; pointer outside: -1. */
export interface FrameInput {
  width: number;
  height: number;
  pixelRatio: number;
  textScale: number;
  scroll: number;
  pointerX: number;
  pointerY: number;
  pointerDown: boolean;
  time: number;
}

/** Makes a context, or begins to. */
export const ON = 1;
export const BEGIN = 2;
export type CanvasOrder = typeof ON | typeof BEGIN;

/** Typed calls into the module; nothing else touches its memory. */
export interface Bridge {
  /** A part of the boot message ahead of it: providers or words. */
  part(message: object): boolean;
  boot(message: object): boolean;
  post(message: Inbound): boolean;
  /** Gives a secret field's value to the module. */
  putSecret(field: string, value: string): void;
  /** The value the module holds, or "". */
  takeSecret(field: string): string;
  appearance(look: Appearance): void;
  /** False: there is no WebGL 2 context to be had. `BEGIN` asks for one, for the browser to compile for meanwhile. */
  canvas(on: CanvasOrder): boolean;
  /** True: something is still moving. With `letters` nothing is drawn but so many of them made for it; true: there are more. */
  frame(input: FrameInput, letters?: number): boolean;
  focus(node: string): void;
  contextLost(): void;
  contextRestored(): void;
  dropGlyphs(): void;
}

export function createBridge(module: LinkModule): Bridge {
  const encoder = new TextEncoder();

  /** Runs `call` with a text in the module's memory; ats_free overwrites it, whatever happens. */
  const lend = <T>(text: string, call: (pointer: number, size: number) => T): T => {
    // At most three bytes of UTF-8 per UTF-16 unit; encoded in place, so no other copy is made.
    const room = Math.max(1, text.length * 3);
    const pointer = module._ats_alloc(room);
    try {
      const { written } = encoder.encodeInto(text, module.HEAPU8.subarray(pointer, pointer + room));
      return call(pointer, written);
    } finally {
      module._ats_free(pointer, room);
    }
  };
  // A lone surrogate, from a host or typed, would make the whole message unreadable.
  const lendJson = <T>(value: object, call: (pointer: number, size: number) => T): T =>
    lend(
      JSON.stringify(value, (_, part: unknown) =>
        typeof part === "string" ? part.replace(/\p{Cs}/gu, "\ufffd") : part,
      ),
      call,
    );

  return {
    part: (message) => lendJson(message, (pointer, size) => module._ats_part(pointer, size)) === 1,
    boot: (message) => lendJson(message, (pointer, size) => module._ats_boot(pointer, size)) === 1,
    post: (message) => lendJson(message, (pointer, size) => module._ats_post(pointer, size)) === 1,
    putSecret: (field, value) =>
      lend(field, (name, nameSize) =>
        lend(value, (pointer, size) => module._ats_secret(name, nameSize, pointer, size)),
      ),
    takeSecret: (field) =>
      lend(field, (name, nameSize) => {
        const size = module._ats_secret_size(name, nameSize);
        const pointer = module._ats_secret_view(name, nameSize);
        return new TextDecoder().decode(module.HEAPU8.subarray(pointer, pointer + size));
      }),
    appearance: ({ scheme, moreContrast, reducedMotion, radius, compact, painted }) =>
      lend(painted, (start, size) =>
        module._ats_appearance(
          Number(scheme === "dark"),
          Number(moreContrast),
          Number(reducedMotion),
          start,
          size,
          radius,
          Number(compact),
        ),
      ),
    canvas: (on) => module._ats_canvas(on) === 1,
    frame: (f, letters = 0) =>
      module._ats_frame(
        f.width,
        f.height,
        f.pixelRatio,
        f.textScale,
        f.scroll,
        f.pointerX,
        f.pointerY,
        Number(f.pointerDown),
        f.time,
        letters,
      ) === 1,
    focus: (node) => lend(node, (pointer, size) => module._ats_focus(pointer, size)),
    contextLost: () => module._ats_context_lost(),
    contextRestored: () => module._ats_context_restored(),
    dropGlyphs: () => module._ats_drop_glyphs(),
  };
}
