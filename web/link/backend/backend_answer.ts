/** The backend's answers, member by member (docs/backend.md): what is wrong with one, or null. */
type Check = (value: unknown, path: string) => string | null;

const text =
  (most: number, pattern = /[^]/): Check =>
  (value, path) =>
    typeof value === "string" && value.length > 0 && value.length <= most && pattern.test(value)
      ? null
      : `${path}: expected a text of 1 to ${most} characters`;
const list =
  (item: Check, most: number): Check =>
  (value, path) =>
    Array.isArray(value) && value.length <= most
      ? (value.map((each, i) => item(each, `${path}[${i}]`)).find(Boolean) ?? null)
      : `${path}: expected a list of at most ${most}`;
const number =
  (least: number, most: number): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? null
      : `${path}: expected a whole number from ${least} to ${most}`;

interface Member {
  check: Check;
  must?: true;
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `open`: further members are somebody else's business. */
const object =
  (members: Record<string, Member>, open = true): Check =>
  (value, path) => {
    if (!isObject(value)) return `${path}: expected an object`;
    for (const [name, { check, must }] of Object.entries(members)) {
      const at = `${path}.${name}`;
      if (Object.hasOwn(value, name)) {
        const problem = check(value[name], at);
        if (problem) return problem;
      } else if (must) return `${at}: missing`;
    }
    const strange = open ? undefined : Object.keys(value).find((name) => !Object.hasOwn(members, name));
    return strange === undefined ? null : `${path}.${strange.slice(0, 40)}: no such member`;
  };

const id = text(64, /^[!-~]*$/);
const scopeIds = { check: list(id, 64) };
const account = object({ id: { check: text(200) }, name: { check: text(200) }, subdomain: { check: text(200) } });
const probe: Check = (value, path) => {
  if (isObject(value) && Object.hasOwn(value, "relay")) return text(64)(value["relay"], `${path}.relay`);
  return object({
    status: { check: number(100, 599), must: true },
    body: {
      check: (body, at) =>
        ["ok", "json", "other"].includes(body as string) ? null : `${at}: expected "ok", "json" or "other"`,
      must: true,
    },
    error: { check: (said, at) => (said === "" ? null : text(800)(said, at)) },
    rateLimit: {
      check: object({
        limit: { check: number(0, 1e9) },
        remaining: { check: number(0, 1e9) },
        resetMs: { check: number(0, 864e5) },
      }),
    },
    accounts: { check: list(account, 200) },
    account: { check: account },
  })(value, path);
};

const answers = {
  session: object({
    organisation: { check: text(200), must: true },
    requester: { check: text(200) },
    provider: { check: id },
    scopes: { check: object({ required: scopeIds, optional: scopeIds }, false) },
    expiresAt: { check: text(64) },
  }),
  verify: object({
    probes: {
      check: (value, path) => {
        if (!isObject(value)) return `${path}: expected an object`;
        const entries = Object.entries(value);
        if (entries.length > 64) return `${path}: expected at most 64 members`;
        return entries.map(([id, each]) => probe(each, `${path}.${id.slice(0, 40)}`)).find(Boolean) ?? null;
      },
      must: true,
    },
  }),
  // Printable ASCII, so that what is taken also crosses the port to the host page, whose messages are 16 KiB at most.
  handover: object({ ref: { check: text(4096, /^[ -~]*$/), must: true } }),
};

export type Operation = keyof typeof answers;

export const wrongInAnswer = (op: Operation, body: unknown): string | null => answers[op](body, op);
