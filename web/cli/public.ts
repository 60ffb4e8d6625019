import { publicHalf, readPrivateKeys } from "./private_keys.ts";

/** Prints the public half of each private key of a file: one alone, or several as a list. */
export function printPublic(file: string): void {
  const halves = readPrivateKeys(file).map(publicHalf);
  console.log(JSON.stringify(halves.length === 1 ? halves[0] : halves));
}
