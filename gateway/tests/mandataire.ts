import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What the line between the gateway and a subgraph does to an exchange, from the next bytes on. */
export type Panne =
  | "aucune"
  | "lente"
  | "demi-ouverte"
  | "coupée net"
  | "refermée poliment"
  | "tronquée"
  | "goutte à goutte"
  | "bruitée"
  | "sans fin"
  | "en HTML"
  | "en erreur HTML";

const page = (statut: string) =>
  `HTTP/1.1 ${statut}\r\ncontent-type: text/html\r\ncontent-length: 43\r\n\r\n<p>proxy interne srv-10.0.0.3 en panne.</p>`;

/** What is answered in the subgraph's place, when it is. */
const REPONSES: Partial<Record<Panne, string>> = {
  bruitée: "\u0000\u0001SSH-2.0-OpenSSH_9.6 srv-10.0.0.3\r\n\r\n",
  "en HTML": page("200 OK"),
  "en erreur HTML": page("500 Internal Server Error"),
};

export interface Mandataire {
  readonly url: string;
  panne: Panne;
  /** How many connections carried bytes since the start: a subgraph that is spared sees none. */
  readonly demandes: () => number;
  stop(): Promise<void>;
}

/** A TCP proxy of ours on loopback in front of `cible`, whose failures apply to open connections too. */
export async function startMandataire(cible: string): Promise<Mandataire> {
  const { hostname, port, pathname } = new URL(cible);
  const ouvertes = new Set<Socket>();
  const garder = (socket: Socket) => {
    ouvertes.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => ouvertes.delete(socket));
  };
  let demandes = 0;
  const serveur = createServer((client) => {
    const amont = connect(Number(port), hostname);
    garder(client);
    garder(amont);
    client.on("close", () => amont.destroy());
    amont.on("close", () => client.destroy());
    client.on("data", (octets) => {
      demandes += 1;
      if (!intervenir(client, mandataire.panne)) amont.write(octets);
    });
    amont.on("data", (octets) => rendre(client, octets, mandataire.panne));
  });
  await new Promise<void>((resolve) => serveur.listen(0, "127.0.0.1", resolve));
  const mandataire: Mandataire = {
    url: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}${pathname}`,
    panne: "aucune",
    demandes: () => demandes,
    stop: () => {
      for (const socket of ouvertes) socket.destroy();
      return new Promise((resolve) => serveur.close(() => resolve()));
    },
  };
  return mandataire;
}

/** True when the request goes no further. */
function intervenir(client: Socket, panne: Panne): boolean {
  const reponse = REPONSES[panne];
  if (reponse !== undefined) client.end(reponse, "latin1");
  else if (panne === "coupée net") client.resetAndDestroy();
  else if (panne === "refermée poliment") client.end();
  else if (panne === "sans fin") verser(client);
  else return panne === "demi-ouverte";
  return true;
}

/** Gives the subgraph's answer back, as the failure leaves it. */
function rendre(client: Socket, octets: Buffer, panne: Panne): void {
  if (panne === "tronquée") client.end(octets.subarray(0, octets.length - 5));
  else if (panne === "goutte à goutte") goutter(client, octets);
  // Answers that are being written when the line dies stay on the way.
  else if (panne !== "lente" && panne !== "demi-ouverte") client.write(octets);
}

/** One byte at a time: something always moves, nothing ever ends. */
function goutter(client: Socket, octets: Buffer): void {
  let rang = 0;
  const minuterie = setInterval(() => {
    if (rang < octets.length - 1) client.write(octets.subarray(rang, ++rang));
  }, 100);
  client.on("close", () => clearInterval(minuterie));
}

/** JSON that never ends, as fast as it is read. */
function verser(client: Socket): void {
  const morceau = `${"0,".repeat(32_768)}`;
  const verserEncore = () => {
    while (client.writable && client.write(`${(morceau.length).toString(16)}\r\n${morceau}\r\n`));
  };
  client.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
  client.on("drain", verserEncore);
  verserEncore();
}
