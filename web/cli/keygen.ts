import { writeFileSync } from "node:fs";
import { makeSealKey } from "../server/seal_key.ts";
import { CommandError, errorCode } from "./command_error.ts";

/** Writes the private key to a file that did not exist (readable by its owner alone) and prints the public key. */
export async function keygen(file: string): Promise<void> {
  const { publicJwk, privateJwk } = await makeSealKey();
  try {
    writeFileSync(file, `${JSON.stringify(privateJwk, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const exists = errorCode(error) === "EEXIST";
    throw new CommandError(exists ? `${file} exists; choose another file with --out.` : `${file} cannot be written.`);
  }
  console.error(`The private key is in ${file}; keep it on your backend. The public key is for link.config.json:`);
  console.log(JSON.stringify(publicJwk));
}
