/**
 * JSON.parse that refuses a member named twice. It would keep the last one and other readers the first, so that what one
 * of them checks is not what the other uses.
 */
export function parseStrictly(text: string): unknown {
  const document: unknown = JSON.parse(text);
  const open: Set<string>[] = [];
  for (const [, name, colon, bracket] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|([{}[\]])/g)) {
    if (bracket === "{" || bracket === "[") open.push(new Set());
    else if (bracket !== undefined) open.pop();
    else if (name !== undefined && colon !== undefined) {
      const member = JSON.parse(name) as string;
      if (open.at(-1)?.has(member)) throw new SyntaxError("a member is named twice");
      open.at(-1)?.add(member);
    }
  }
  return document;
}
