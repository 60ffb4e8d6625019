import { listen } from "../../../web/dev/listen.ts";

/** A port on loopback that was free a moment ago: nginx takes none by itself. */
export async function freePort(): Promise<number> {
  const { port, close } = await listen(0);
  await close();
  return port;
}
