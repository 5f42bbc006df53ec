import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** What a house listens on, from its port: the gateway, the identity provider, the measures, the four subgraphs, a second `parcours`. */
const VOISINS = [0, 1, 2, 11, 12, 13, 14, 15];
const BLOC = 16;
/** Below the ports that Linux lends to outgoing connections (32768 and above): one of those may be taken at any moment. */
const BLOCS = { premier: 640, dernier: 2_000 };

/** A port whose neighbours are free too; drawn at random, so that tests side by side do not meet. */
export async function portLibre(): Promise<number> {
  const port = randomInt(BLOCS.premier, BLOCS.dernier) * BLOC;
  const libres = await Promise.all(VOISINS.map((ecart) => estLibre(port + ecart)));
  return libres.every(Boolean) ? port : portLibre();
}

async function estLibre(port: number): Promise<boolean> {
  const serveur = createServer();
  try {
    await once(serveur.listen(port, "127.0.0.1"), "listening");
  } catch {
    return false;
  }
  await once(serveur.close(), "close");
  return true;
}
