/** True for a JSON object (not an array, not null). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a dotted path such as `candidates.0.account`; undefined if there is nothing. */
export function memberAt(document: unknown, path: string): unknown {
  let value = document;
  for (const name of path.split(".")) {
    if (Array.isArray(value)) value = (value as unknown[])[Number(name)];
    else if (isObject(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
}
