/** A field of `link.config.json` that is wrong, missing or unknown. Its message is for the person who wrote the file. */
export class ConfigProblem extends Error {
  readonly field: string;
  readonly expected: string;
  constructor(field: string, expected: string) {
    super(`${field}: expected ${expected}`);
    this.field = field;
    this.expected = expected;
  }
}

/** Throws a ConfigProblem if the value at `path` is not what it should be. */
export type Check = (value: unknown, path: string) => void;

export const text: Check = (value, path) => {
  if (typeof value !== "string" || value === "" || value.length > 2048)
    throw new ConfigProblem(path, "a text of 1 to 2048 characters");
};

export const truth: Check = (value, path) => {
  if (typeof value !== "boolean") throw new ConfigProblem(path, "true or false");
};

const providerId: Check = (value, path) => {
  if (typeof value !== "string" || !/^[a-z0-9][a-z0-9-]{0,31}$/.test(value))
    throw new ConfigProblem(path, "the id of a provider");
};

export const list =
  (item: Check, least = 0): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least)
      throw new ConfigProblem(path, least > 0 ? `a list of at least ${least}` : "a list");
    value.forEach((member, index) => item(member, `${path}[${index}]`));
  };

export const providerList = list(providerId, 1);

export const oneOf =
  (...words: string[]): Check =>
  (value, path) => {
    if (!words.includes(value as string)) throw new ConfigProblem(path, words.map((word) => `"${word}"`).join(" or "));
  };

interface Optional extends Check {
  absent?: true;
}

/** A member that may be left out. */
export const optional = (check: Check): Check => {
  const wrapped: Optional = (value, path) => check(value, path);
  wrapped.absent = true;
  return wrapped;
};

/** An object with a member for each provider that it says something of, by the provider's id. */
export const byProvider =
  (check: Check): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new ConfigProblem(path, "an object with ids of providers");
    for (const [id, member] of Object.entries(value)) {
      providerId(id, `${path}.${id}`);
      check(member, `${path}.${id}`);
    }
  };

/** An object with exactly these members. */
export const hasShape =
  (members: Record<string, Check>): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new ConfigProblem(path || "link.config.json", "an object");
    const name = (member: string): string => (path ? `${path}.${member}` : member);
    for (const member of Object.keys(value))
      if (!Object.hasOwn(members, member)) throw new ConfigProblem(name(member), "no such field; remove it");
    for (const [member, check] of Object.entries(members)) {
      // One that is missing is told with what belongs there.
      if (Object.hasOwn(value, member) || !(check as Optional).absent)
        check((value as Record<string, unknown>)[member], name(member));
    }
  };
