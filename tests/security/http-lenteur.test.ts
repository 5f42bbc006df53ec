import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";
import { attendreLeService, attendreRefus, lireReponse, poster, seConnecter } from "./http.fixture.ts";

let maison: MaisonDeTest;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "vide" });
});
afterAll(() => maison.stop());

const ENTETES = "POST /graphql HTTP/1.1\r\nHost: coordination\r\n";
const CORPS = `${ENTETES}Content-Type: application/json\r\n`;
const CLIENTS_PAR_LENTEUR = 50;

/** Says `debut`, then `suite` twice a second for as long as the gateway listens; returns what it said at the end. */
async function trainer(debut: string, suite: string) {
  const socket = await seConnecter(maison);
  socket.on("error", () => {});
  if (debut !== "") socket.write(debut);
  const goutte = setInterval(() => suite !== "" && socket.writable && socket.write(suite), 500);
  const fin = await lireReponse(socket);
  clearInterval(goutte);
  return fin;
}

/** Each way of being slow. */
const LENTEURS = {
  "ne dit rien": ["", ""],
  "a des en-têtes sans fin": [ENTETES, "X-Encore: a\r\n"],
  "a un corps sans fin": [`${CORPS}Content-Length: 5000\r\n\r\n{`, " "],
  "a un corps qui ne vient pas": [`${CORPS}Content-Length: 5000\r\n\r\n`, ""],
  "a des morceaux sans fin": [`${CORPS}Transfer-Encoding: chunked\r\n\r\n`, "1\r\n \r\n"],
} as const;

describe("Un client lent", () => {
  it("est congédié, quoi qu'il traîne, et cinquante de chaque sorte à la fois ne gênent personne", async () => {
    const lents = Object.values(LENTEURS).flatMap(([debut, suite]) =>
      Array.from({ length: CLIENTS_PAR_LENTEUR }, () => trainer(debut, suite)),
    );
    await attendreLeService(maison);
    const recus = await Promise.all(lents);
    expect(recus).toHaveLength(Object.keys(LENTEURS).length * CLIENTS_PAR_LENTEUR);
    for (const recu of recus) attendreRefus(recu, 408);
    await attendreLeService(maison);
  });

  it("refusé d'emblée, n'a pas le temps de faire durer son corps", async () => {
    const recu = await trainer(`${ENTETES}Content-Type: text/plain\r\nContent-Length: 5000\r\n\r\n{`, " ");
    attendreRefus(recu, 415);
  });

  it("à la connexion gardée est servi plusieurs fois sur la même", async () => {
    const reponses = [
      await poster(maison, '{"query":"{ __typename }"}'),
      await poster(maison, '{"query":"{ __typename }"}'),
    ];
    expect(reponses.map(({ entetes }) => entetes.get("connection"))).toEqual(["keep-alive", "keep-alive"]);
  });
});
