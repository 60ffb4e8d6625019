import { urlParts } from "../relay/provider.ts";
import { beyond } from "./fields.ts";
import type { FieldFile, ProviderFile } from "./file.ts";
import { either, type Path, type Problem, quoted } from "./problem.ts";

/** One place that takes the value of a field. */
interface Use {
  field: string;
  path: Path;
  as: keyof typeof roles;
}

/** What a place asks of the field whose value goes there. */
interface Role {
  is: string;
  kinds: FieldFile["kind"][];
  /** The request cannot be made without it. */
  needed?: true;
  chars?: string;
  most?: number;
}

const label = "a-z0-9_-";
const roles = {
  secret: { is: "the key", kinds: ["secret"], needed: true },
  header: { is: "a header of auth", kinds: ["secret", "text"], needed: true },
  basicKey: { is: "the user of Basic, which ends at a colon", kinds: ["secret"], needed: true, chars: "!-9;-~" },
  basicUser: {
    is: "the user of Basic, which ends at a colon",
    kinds: ["text", "secret"],
    needed: true,
    chars: "!-9;-~",
  },
  client: { is: "the client's name", kinds: ["text", "secret"], needed: true },
  label: { is: "one label of a host", kinds: ["text"], needed: true, chars: label, most: 63 },
  host: { is: "a whole host", kinds: ["choice"], needed: true },
  segment: { is: "one segment of a path", kinds: ["text"], needed: true, chars: "A-Za-z0-9_-" },
  parameter: { is: "a parameter of the token's request", kinds: ["text", "choice"] },
  extra: { is: "a header of each request", kinds: ["text", "choice"], needed: true },
  link: { is: "one label of a link's host", kinds: ["text"], chars: label, most: 63 },
} as const satisfies Record<string, Role>;

const inHost = (host: string, path: Path): Use[] => {
  const [, field, rest] = /^\{([^}]*)\}(.*)$/.exec(host) ?? [];
  return field === undefined ? [] : [{ field, path, as: rest === "" ? "host" : "label" }];
};

const inValues = (values: Record<string, string> | undefined, path: Path, as: "parameter" | "extra"): Use[] =>
  Object.entries(values ?? {}).flatMap(([name, value]) => {
    const field = /^\{([^}]*)\}$/.exec(value)?.[1];
    return field === undefined ? [] : [{ field, path: [...path, name], as }];
  });

const inLink = (link: string | undefined, path: Path): Use[] => {
  const field = /^https:\/\/\{([^}]*)\}/.exec(link ?? "")?.[1];
  return field === undefined ? [] : [{ field, path, as: "link" }];
};

/** Where the secrets go, and what goes with them. */
function authUses({ auth }: Pick<ProviderFile, "auth">): Use[] {
  const more = inValues(auth.extraHeaders, ["auth", "extraHeaders"], "extra");
  if (auth.kind === "two_headers") {
    const entries = Object.entries(auth.headers);
    return [
      ...entries.map(([name, field]) => ({ field, path: ["auth", "headers", name], as: "header" as const })),
      ...more,
    ];
  }
  const key: Use = {
    field: auth.field,
    path: ["auth", "field"],
    as: auth.kind === "basic_key_as_user" ? "basicKey" : "secret",
  };
  if (auth.kind === "basic_user_password")
    return [{ field: auth.user, path: ["auth", "user"], as: "basicUser" }, key, ...more];
  if (auth.kind !== "client_credentials") return [key, ...more];
  const { host } = urlParts(auth.tokenUrl);
  return [
    {
      field: auth.client,
      path: ["auth", "client"],
      as: auth.clientAuthentication === "basic" ? "basicUser" : "client",
    },
    key,
    ...inHost(host, ["auth", "tokenUrl"]),
    ...inValues(auth.parameters, ["auth", "parameters"], "parameter"),
    ...more,
  ];
}

const usesOf = (file: ProviderFile): Use[] => [
  ...authUses(file),
  ...file.probes.flatMap(({ host, path }, index) => [
    ...inHost(host, ["probes", index, "host"]),
    ...[...path.matchAll(/\{([^}]*)\}/g)].map(([, field = ""]) => ({
      field,
      path: ["probes", index, "path"],
      as: "segment" as const,
    })),
  ]),
  ...inLink(file.settingsUrl, ["settingsUrl"]),
  ...file.guide.flatMap(({ url }, index) => inLink(url, ["guide", index, "url"])),
];

function wrongUse({ field: id, path, as }: Use, fields: readonly FieldFile[]): Problem[] {
  const role: Role = roles[as];
  const index = fields.findIndex((each) => each.id === id);
  const field = fields[index];
  if (!field) {
    const ids = fields.filter(({ kind }) => role.kinds.includes(kind)).map((each) => each.id);
    const way = ids.length === 0 ? "add one to fields" : `write ${either(ids)}, or add the field`;
    return [{ path, sentence: `no field has the id ${quoted(id)}; ${way}` }];
  }
  if (!role.kinds.includes(field.kind)) {
    const what = `a field of kind ${either(role.kinds)}, since it is ${role.is}`;
    return [{ path, sentence: `expected ${what}; ${quoted(id)} is of kind ${quoted(field.kind)}` }];
  }
  const problems: Problem[] = [];
  const tell = (member: string, sentence: string) => problems.push({ path: ["fields", index, member], sentence });
  if (role.needed && field.optional)
    tell("optional", `expected false, since the request needs it as ${role.is}; it is true`);
  const odd = role.chars && field.chars ? beyond(Object.values(field.chars), role.chars) : "";
  if (odd !== "")
    tell("chars", `${quoted(odd)} may not be in it, since it is ${role.is}; allowed is ${quoted(role.chars ?? "")}`);
  if (role.most !== undefined && (field.max ?? 0) > role.most)
    tell("max", `expected at most ${String(role.most)}, since it is ${role.is}; it is ${String(field.max)}`);
  return problems;
}

/** Each place that takes a field's value, against the field; and fields that have no place. */
export function wrongUses(file: ProviderFile): Problem[] {
  const uses = usesOf(file);
  const problems = uses.flatMap((use) => wrongUse(use, file.fields));
  const asKey = authUses(file);
  file.fields.forEach(({ id, kind }, index) => {
    const count = kind === "secret" ? asKey.filter(({ field }) => field === id).length : 0;
    if (kind === "secret" && count !== 1) {
      const times = count === 0 ? "auth does not send it" : "auth sends it twice";
      problems.push({ path: ["fields", index, "id"], sentence: `${times}; a secret goes into one place of auth` });
    } else if (!uses.some(({ field }) => field === id)) {
      problems.push({
        path: ["fields", index, "id"],
        sentence: "nothing uses this field; use it in a host, a path or auth, or remove it",
      });
    }
  });
  return problems;
}
