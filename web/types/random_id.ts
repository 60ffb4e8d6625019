/** 32 hex digits: the words' decimal digits, of 100 random bits and more. `join` is a typed list's own, which no page bends. */
export const randomId = (): string => crypto.getRandomValues(new Uint32Array(9)).join("").slice(0, 32);
