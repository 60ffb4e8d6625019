/** Headers of one answer, names in lower case. */
export type Headers = Record<string, string>;
/** Headers by the path of a request. Throws where a host would be given the same header twice. */
export type Answers = (path: string) => Headers;

function add(to: Headers, name: string, value: string, path: string): void {
  const key = name.toLowerCase();
  if (key in to) throw new Error(`${name} twice for ${path}`);
  to[key] = value;
}

/** `_headers` as Netlify and Cloudflare Pages read it: every rule that fits counts; `*` at the end is any rest. */
export function readNetlify(text: string): Answers {
  const rules: { pattern: string; lines: [string, string][] }[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    const header = /^\s+([A-Za-z-]+): (.*)$/.exec(line);
    if (header) rules.at(-1)?.lines.push([header[1] ?? "", header[2] ?? ""]);
    else if (line.startsWith("/")) rules.push({ pattern: line, lines: [] });
    else throw new Error(`not a line of _headers: ${line}`);
  }
  return (path) => {
    const found: Headers = {};
    for (const { pattern, lines } of rules) {
      const fits = pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      if (fits) for (const [name, value] of lines) add(found, name, value, path);
    }
    return found;
  };
}

/** vercel.json: every rule whose source fits the whole path counts. */
export function readVercel(text: string): Answers {
  const { headers } = JSON.parse(text) as { headers: { source: string; headers: { key: string; value: string }[] }[] };
  return (path) => {
    const found: Headers = {};
    for (const rule of headers) {
      const pattern = rule.source.split("(.*)").map((part) => part.replace(/[.\\+?^$|[\]{}]/g, "\\$&"));
      if (new RegExp(`^${pattern.join("(.*)")}$`).test(path))
        for (const { key, value } of rule.headers) add(found, key, value, path);
    }
    return found;
  };
}

/** nginx: an exact location wins, else the longest beginning; one location alone counts. */
export function readNginx(text: string): Answers {
  const locations = [...text.matchAll(/^location (= )?(\S+) \{\n([\s\S]*?)^\}$/gm)].map(
    ([, exact, path = "", body = ""]) => {
      const found: Headers = {};
      for (const [, name = "", value = ""] of body.matchAll(/^ {4}add_header (\S+) "([^"]*)"(?: always)?;$/gm))
        add(found, name, value, path);
      return { exact: exact !== undefined, path, found };
    },
  );
  return (path) => {
    const own = locations.find((location) => location.exact && location.path === path);
    const below = locations.filter((location) => !location.exact && path.startsWith(location.path));
    return { ...(own ?? below.toSorted((a, b) => b.path.length - a.path.length)[0])?.found };
  };
}
