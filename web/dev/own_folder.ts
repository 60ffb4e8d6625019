import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JWK } from "jose";
import { CommandError, errorCode } from "../cli/command_line.ts";
import { publicHalf, readPrivateKeys } from "../cli/keys.ts";
import { makeSealKey } from "../server/seal_key.ts";
import type { LinkPageConfig } from "../headers/link_config.ts";

/** What stays between starts for an integrator's own application. */
export interface OwnFolder {
  keyFile: string;
  configFile: string;
  privateKeys: JWK[];
}

/**
 * Opens the folder, and writes what is missing: the key pair, a link.config.json that is the integrator's to change, and a
 * .gitignore that keeps all of it out of their repository. Throws a CommandError for a key file that is none, and for a
 * folder that cannot be written.
 */
export async function openOwnFolder(folder: string, allowedOrigins: readonly string[]): Promise<OwnFolder> {
  try {
    return await fill(folder, allowedOrigins);
  } catch (error) {
    const code = errorCode(error);
    if (error instanceof CommandError || code === undefined) throw error;
    throw new CommandError(`--folder: ${folder} cannot be made or written (${code}); choose another.`);
  }
}

async function fill(folder: string, allowedOrigins: readonly string[]): Promise<OwnFolder> {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  const [ignore, keyFile, configFile] = [file(".gitignore"), file("private-key.json"), file("link.config.json")];
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  if (!existsSync(keyFile)) {
    const { privateJwk } = await makeSealKey();
    writeFileSync(keyFile, `${JSON.stringify(privateJwk, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  }
  const privateKeys = readPrivateKeys(keyFile);
  if (!existsSync(configFile)) {
    const keys = privateKeys.map(publicHalf) as unknown as LinkPageConfig["handover"]["keys"];
    const handover = { mode: "callback", keys } as const;
    const config: LinkPageConfig = { allowedOrigins: [...allowedOrigins], verify: "relay", relay: "/relay", handover };
    writeFileSync(configFile, `${JSON.stringify(config, null, 2)}\n`);
  }
  return { keyFile, configFile, privateKeys };
}

/** A file's text; empty where it is gone for a moment, as while an editor replaces it. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
