/** The exports of docs/bridge.md as Emscripten names them. Pointers are byte offsets into HEAPU8. */
export interface LinkModule {
  readonly HEAPU8: Uint8Array;
  _ats_alloc(size: number): number;
  _ats_free(pointer: number, size: number): void;
  _ats_part(pointer: number, size: number): number;
  _ats_boot(pointer: number, size: number): number;
  _ats_post(pointer: number, size: number): number;
  _ats_secret(name: number, nameSize: number, value: number, valueSize: number): void;
  _ats_secret_view(name: number, nameSize: number): number;
  _ats_secret_size(name: number, nameSize: number): number;
  _ats_appearance(
    scheme: number,
    moreContrast: number,
    reducedMotion: number,
    palette: number,
    size: number,
    radius: number,
    compact: number,
  ): void;
  _ats_canvas(on: number): number;
  _ats_frame(
    width: number,
    height: number,
    pixelRatio: number,
    textScale: number,
    scroll: number,
    pointerX: number,
    pointerY: number,
    pointerDown: number,
    time: number,
    letters: number,
  ): number;
  _ats_focus(pointer: number, size: number): void;
  _ats_context_lost(): void;
  _ats_context_restored(): void;
  _ats_drop_glyphs(): void;
}

/** A secret that the module gives to be sealed; the receiver overwrites `bytes`. */
export interface SecretBytes {
  id: string;
  bytes: Uint8Array;
}

/** What the module calls: `Module.host`. */
export interface ModuleHost {
  show(json: string): void;
  layout(json: string): void;
  perform(json: string): void;
  seal(json: string, secrets: SecretBytes[]): void;
  ask_frame(): void;
  error(text: string): void;
  canvas(): HTMLCanvasElement;
  online(): boolean;
  /** True: a redirect was seen where the relay should be, and no key is sent there. */
  relay_refused(): boolean;
  font_family(): string;
}

export interface ModuleOptions {
  host: ModuleHost;
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
}

export type ModuleFactory = (options: ModuleOptions) => Promise<LinkModule>;
