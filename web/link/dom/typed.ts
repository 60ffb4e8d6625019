/** Longer than any value, and never too long for the module, which would keep what was there before (`typed_limit`). */
const MOST = 1000;

/** What was typed, as it is told. */
export const typedValue = (value: string): string => value.slice(0, MOST).toWellFormed();
