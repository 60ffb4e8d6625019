import { type Fault, file } from "../fault.ts";

const opener = (name: string): string => `tests/browser/opener/${name}.test.ts`;

/** web/opener: the host's side. */
export const openerFaults: Fault[] = [
  {
    id: "hello-to-anybody",
    layer: "web/opener",
    what: "the hello with its port goes to whatever page the frame shows",
    file: "web/opener/session.ts",
    find: "{ atsLink: 1, nonce }, origin, [channel.port2]",
    put: '{ atsLink: 1, nonce }, "*", [channel.port2]',
    catches: [file(opener("handshake"))],
  },
  {
    id: "focus-not-given-back",
    layer: "web/opener",
    what: "the end of the dialog leaves the host's focus lost",
    file: "web/opener/stage.ts",
    find: "      if (inside) restoreFocus(before);\n",
    put: "      if (!inside) restoreFocus(before);\n",
    catches: [file(opener("lifetime")), file("tests/browser/a11y/modal.test.ts", "^B3 ")],
  },
  {
    id: "exit-told-twice",
    layer: "web/opener",
    what: "onExit follows onSuccess",
    file: "web/opener/session.ts",
    find: "    if (settled) return;\n    settled = true;\n    const { lastError: _told",
    put: "    settled = true;\n    const { lastError: _told",
    catches: [file(opener("outcome"))],
  },
  {
    id: "callback-breaks-session",
    layer: "web/opener",
    what: "a callback of the host that throws stops the session",
    file: "web/opener/callback.ts",
    find: "reportError(error);",
    put: "throw error;",
    catches: [file(opener("outcome"))],
  },
  {
    id: "host-css-bends-dialog",
    layer: "web/opener",
    what: "the host's CSS bends the dialog",
    file: "web/opener/sheet.ts",
    find: 'text.replace(/;/g, "!important;")',
    put: "text",
    catches: [file(opener("look"))],
  },
  {
    id: "frame-unnamed",
    layer: "web/opener",
    what: "the frame and its dialog have no name",
    file: "web/opener/frame.ts",
    find: '  frame.title = "Connect your ATS";\n',
    put: "",
    catches: [file(opener("handshake"))],
  },
  {
    id: "frame-may-navigate",
    layer: "web/opener",
    what: "the sandbox of the frame lets it navigate the host page",
    file: "web/opener/frame.ts",
    find: "allow-popups-to-escape-sandbox",
    put: "allow-popups-to-escape-sandbox allow-top-navigation",
    catches: [file(opener("handshake"))],
  },
];
