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

/**
 * The deepest nesting of arrays and objects in `text`, counted without parsing it, so that a hostile body never reaches
 * a recursive parser. Stops counting beyond `limit` and returns `limit + 1`.
 */
export function jsonDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === "{" || character === "[") {
      depth++;
      deepest = Math.max(deepest, depth);
      if (deepest > limit) return limit + 1;
    } else if (character === "}" || character === "]") {
      depth--;
    }
  }
  return deepest;
}

/** JSON.parse for bodies at most `limit` levels deep; undefined for anything else. */
export function parseShallowJson(text: string, limit: number): unknown {
  if (jsonDepth(text, limit) > limit) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
