/** The word that somebody may have meant: one or two letters away, or the same in another case. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, 40);
  const [best] = words
    .filter((each) => Math.abs(each.length - wanted.length) <= 2)
    .map((each) => [distance(wanted, each.toLowerCase()), each] as const)
    .filter(([far, each]) => far <= Math.min(2, each.length / 3))
    .sort(([a], [b]) => a - b);
  return best?.[1];
}

/** Levenshtein's: letters put in, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
