import type { Path } from "../../../web/provider_file/problem.ts";

/** Names that no header of a provider may have. */
export const headerNames: string[] = [
  ...["Host", "cookie", "Content-Length", "Transfer-Encoding", "Connection", "User-Agent", "Accept", "Origin", "TE"],
  ...["Sec-Fetch-Site", "X-Forwarded-For", "Proxy-Authorization", "X A", "X:A", "X-A\r\nX-B", "", "Ünï", "X_A"],
];

/** Values that no member of a kind may have, whatever else the file says. */
export const never: [kind: RegExp, values: unknown[]][] = [
  [
    /^(?:probes\.\*\.host|fields\.\*\.options\.\*\.value)$/,
    [
      ...[
        "evil.com/",
        "evil.com:8443",
        "user@evil.com",
        "user:pw@evil.com",
        "evil.com?x=1",
        "evil.com#x",
        "evil.com\\x",
      ],
      ...[
        "https://evil.com",
        "//evil.com",
        "127.0.0.1",
        "1.2.3.4",
        "0x7f.1",
        "a.0x7f",
        "[::1]",
        "localhost",
        "intranet",
      ],
      ...[
        "metadata.google.internal",
        "router.lan",
        "evil.com\r\nX-A: b",
        "evil..com",
        ".evil.com",
        "evil.com.",
        "EVIL.com",
      ],
      ...[
        "evil.com%2f",
        "*.evil.com",
        "",
        " evil.com",
        "evil.com ",
        "еvil.com",
        "evil。com",
        "{}",
        "{}.evil.com",
        "{{x}}.evil.com",
      ],
      ...[
        "{constructor}",
        "{__proto__}.evil.com",
        "a.{x}.evil.com",
        "{x}{y}.evil.com",
        "{x}.com",
        "{x",
        "x}",
        "{nobody}.evil.com",
      ],
      ...[`${"a".repeat(64)}.evil.com`, `${"a.".repeat(130)}com`, "-a.evil.com", "evil.com\u0000"],
    ],
  ],
  [/^probes\.\*\.host$/, ["{api_key}", "{api_key}.evil.com", "{nobody}", "{api_key}.co.uk"]],
  [
    /^probes\.\*\.path$/,
    [
      ...[
        "",
        "jobs",
        "/jobs?x=1",
        "/../admin",
        "/a//b",
        "/%2e%2e/x",
        "/jobs#x",
        "/{api_key}",
        "/{nobody}",
        "/a{nobody}",
      ],
      ...[
        "/{nobody",
        "/jobs\r\nX: 1",
        "/jobs /x",
        "/\\evil.com",
        "//evil.com/x",
        "/./x",
        "/{constructor}",
        "/jobs\u202e",
        "/é",
      ],
    ],
  ],
  [/^auth\.header$/, headerNames],
  [/^auth\.prefix$/, ["", "Bearer\r\n", "a".repeat(41), "é "]],
  [/^auth\.accept$/, ["", "text/html\r\nX-A: b", "*", "text/html,text/plain", "TEXT/HTML"]],
  [/^auth\.kind$/, ["", "oauth", "Bearer", "none", "constructor"]],
  [/^auth\.(?:field|user|client)$/, ["nobody", "", "constructor", "API_KEY", "{api_key}"]],
  [
    /^auth\.tokenUrl$/,
    [
      ...["http://auth.example.com/token", "https://u:p@auth.example.com/token", "https://auth.example.com:8443/token"],
      ...[
        "https://auth.example.com/token?x=1",
        "https://auth.example.com",
        "https://auth.example.com/../x",
        "https://localhost/token",
      ],
      ...[
        "https://{client_secret}.example.com/token",
        "https://{nobody}/token",
        "https://127.0.0.1/token",
        "ftp://a.example.com/x",
      ],
      ...["https://auth.example.com\\@evil.com/x", "https://{{x}}.example.com/t", "javascript:alert(1)"],
    ],
  ],
  [/^auth\.clientAuthentication$/, ["none", "post", ""]],
  [/^auth\.parameter$/, ["", "a b", "a=b", "a&b", "1a", "a\r\nb"]],
  [
    /^(?:settingsUrl|guide\.\*\.url)$/,
    [
      ...["", "http://app.example.com/", "javascript:alert(1)", "data:text/html,x", "https://u@app.example.com/"],
      ...[
        "https://app.example.com:1/",
        "https://app.example.com",
        "https://{api_key}.example.com/",
        "https://{nobody}.example.com/",
      ],
      ...[
        "https://app.example.com/{subdomain}",
        "//app.example.com/",
        "https://app.example.com/\r\n",
        "https://127.0.0.1/",
        "https://a.local/",
      ],
    ],
  ],
  [
    /^sources\.\*$/,
    ["", "http://example.com/", "example.com", "https://", "https://{x}.example.com/", "https://u:p@example.com/"],
  ],
  [/^facts\.\w+\.source$/, ["https://example.com/of-nobody", "nowhere"]],
  [/^facts\.\w+\.confidence$/, ["D", "a", "", 1]],
  [
    /^id$/,
    ["", "A", "a_b", "-a", "a b", "a/b", "../a", "a.de", "schema", "constructor", "__proto__", "é", "a".repeat(33)],
  ],
  [/^(?:fields|probes)\.\*\.id$/, ["", "A", "1a", "a-b", "a b", "__proto__", "é", "a".repeat(33)]],
  [/^fields\.\*\.id$/, ["host", "scopes", "value", "constructor", "key_expiry"]],
  [/^scopes\.\*\.id$/, ["", "1a", "a b", "é", "a".repeat(65), "a\nb"]],
  [/^scopes\.\*\.probe$/, ["nobody", "", "constructor", 1]],
  [/^scopes\.\*\.(?:minimum|write)$/, [false, "true", 1]],
  [/^schema$/, [0, 2, "1", null]],
  [/^status$/, ["off", "", "forbidden"]],
  [/^fields\.\*\.kind$/, ["password", "", "constructor"]],
  [/^fields\.\*\.min$/, [0, -1, 1.5, 513, 1e308]],
  [/^fields\.\*\.max$/, [0, -1, 1.5, 513, 5000, 1e308]],
  [/^fields\.\*\.short\.under$/, [1, 513, 2.5, -1]],
  [/^fields\.\*\.chars\.\w+$/, ["", "z-a", "é", "a b", "\t", "a-za-z", "a".repeat(41), "aa", "a-z\n"]],
  [/^fields\.\*\.clean\.\*$/, ["upper", "", "/x/"]],
  [/^fields\.\*\.suffix$/, ["example.com", ".com", ".example.com/", ".EXAMPLE.com", ".of-another.com", ".", ""]],
  [/^fields\.\*\.refuse\.\*\.like$/, ["anything", "field", "field:nobody", "field:", "", "key|url"]],
  [/^fields\.\*\.hosts\.\*\.suffix$/, ["", ".com", "example", "https://example.com", "example.com/", "EXAMPLE.com"]],
  [/^fields\.\*\.hosts\.\*\.take$/, ["path:0", "path:10", "path:", "query", "", "label:1"]],
  [/^fields\.\*\.reserved\.(?:block|warn)\.\*$/, ["", "A", "a.b", "a b", "é"]],
  [/^probes\.\*\.method$/, ["DELETE", "get", "PUT", "CONNECT", ""]],
  [
    /^probes\.\*\.query$/,
    [{}, { "a b": "c" }, { a: "{api_key}" }, { a: "b&c=d" }, { a: 1 }, { a: "" }, { "a\r\n": "b" }, []],
  ],
  [/^probes\.\*\.body$/, [null, "x", [], 1]],
  [
    /^probes\.\*\.ok$/,
    [{}, { array: "a", true: "b" }, { array: "1a" }, { json: "text" }, { array: "a.b" }, { member: "__proto__" }, []],
  ],
  [/^probes\.\*\.pick$/, [{}, { other: "a" }, { account: "a..b" }, { accounts: "" }, { account: "a.9999" }]],
  [
    /^verdict$/,
    [
      ...["999", "4xx", "403:", "text:", "text:a", "40", "constructor", "403:é€", "__proto", ""].map((key) => ({
        [key]: "scope",
      })),
      ...[{ "403": "whatever" }, { "403": "" }, { "403": 1 }, { "403:abc": "scope", "403:ABC": "account" }],
    ],
  ],
  [/^guide\.\*\.text$/, ["Open {nobody}.", "Name it {host", "{HOST}", "{{host}}", "Paste {api_key}."]],
  [
    /^guide\.\*\.picture$/,
    [
      ...[[], [{}], [{ picture: "x" }], [{ item: "x", button: "x" }], [{ item: "" }], [{ item: "of another step" }]],
      ...[[{ secret: false }], [{ account: "me" }], [{ secret: true }, { secret: true }], [{ value: "{nobody}" }]],
      ...[
        [{ secret: true }, { address: "app.example.com" }],
        [{ address: "{nobody}.example.com" }],
        "x",
        { item: "x" },
      ],
    ],
  ],
  [
    /^guide\.\*\.picture\.\*\.address$/,
    [
      "",
      "https://app.example.com",
      "app.example.com/settings",
      "{api_key}.example.com",
      "app",
      "APP.example.com",
      "a b.co",
    ],
  ],
  [
    /^guide\.\*\.picture\.\*\.(?:item|title|value|button|tick)$/,
    ["", " x", "x ", "Of another step", "a\nb", "x\u202ey", "{scopes}", "x".repeat(41), true, 1],
  ],
  [/^guide\.\*\.picture\.\*\.(?:account|scopes|secret)$/, [false, "true", 1, null]],
  [/^revoke$/, ["Delete {host}.", "", " x", "x ", "a\nb", "x\u202ey"]],
  [
    /^(?:name|aliases\.\*|fields\.\*\.(?:label|help)|scopes\.\*\.means|probes\.\*\.label|guide\.\*\.text|.*[mM]essage)$/,
    [
      "",
      " x",
      "x ",
      "a\nb",
      "a\tb",
      "x\u0000y",
      "x\u202ey",
      "x\u200by",
      "x\ud800y",
      "{nobody}",
      "é".repeat(151),
      "x".repeat(301),
    ],
  ],
];

/** The members that an object of a kind needs. */
export const needed: [kind: RegExp, names: string[]][] = [
  [
    /^$/,
    [
      ...[
        "schema",
        "id",
        "name",
        "aliases",
        "featured",
        "status",
        "auth",
        "fields",
        "scopes",
        "probes",
        "verdict",
        "guide",
      ],
      ...["settingsUrl", "revoke", "sources", "facts"],
    ],
  ],
  [/^auth$/, ["kind", "field", "header", "headers", "user", "parameter", "client", "tokenUrl", "clientAuthentication"]],
  [/^fields\.\*$/, ["id", "label", "kind", "optional", "clean", "chars", "min", "max", "hosts", "refuse", "options"]],
  [/^fields\.\*\.chars$/, ["first", "middle", "last"]],
  [/^fields\.\*\.hosts\.\*$/, ["suffix", "take", "message"]],
  [/^fields\.\*\.refuse\.\*$/, ["like", "message"]],
  [/^fields\.\*\.reserved$/, ["block", "warn", "blockMessage", "warnMessage"]],
  [/^fields\.\*\.short$/, ["under", "message"]],
  [/^fields\.\*\.options\.\*$/, ["value", "label"]],
  [/^scopes\.\*$/, ["id", "means"]],
  [/^probes\.\*$/, ["id", "label", "method", "host", "path", "ok"]],
  [/^guide\.\*$/, ["text"]],
  [/^facts$/, ["auth", "fields", "scopes", "probes", "verdict", "guide"]],
  [/^facts\.\w+$/, ["confidence", "source"]],
];

/** A value of another type, for each. */
export const otherTypes = (value: unknown): unknown[] => {
  const all: unknown[] = ["x", 7, true, null, [], {}, [[]], { x: 1 }];
  const type = (each: unknown): string => (each === null ? "null" : Array.isArray(each) ? "array" : typeof each);
  return all.filter((each) => type(each) !== type(value));
};

/** What is free below it: the body of a probe is sent as it is. */
export const isFree = (path: Path): boolean => path[0] === "probes" && path[2] === "body" && path.length > 3;
