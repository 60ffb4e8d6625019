import { listen, type Listener } from "../../web/dev/listen.ts";

// Below the ports that systems hand out by themselves (from 32768), above those that browsers refuse: between
// this look and who takes the port nothing else is given it.
const [lowest, count] = [20_000, 12_000];

const taken = (port: number): Promise<Listener | null> => listen(port).catch(() => null);

/** The first of so many neighbouring free ports on loopback, for a program that takes none by itself. */
export async function freePort(neighbours = 1): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * count);
    const held = await Promise.all(Array.from({ length: neighbours }, (_, next) => taken(port + next)));
    await Promise.all(held.filter((listener) => listener !== null).map(({ close }) => close()));
    if (!held.includes(null)) return port;
  }
}
