import { serviceUrl } from "@coordination/database";
import { createAnnuaire, ouvrirService, type ServiceOuvert } from "@coordination/server-kit";
import { TEST_SECRET } from "@coordination/test-kit";
import { NOMS_DE_SERVICE, services } from "@coordination/tools";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../../journeys/maison.fixture.ts";
import { type Cle, lesCles } from "./cles.ts";

/** What the demonstration holds, whoever is asked. */
const PRESENTES: Readonly<Record<string, string>> = { "structures.Departement": "31", "structures.Region": "76" };
const ABSENTES = ["absent", "00000", "00000000-0000-0000-0000-000000000000"];
const MAL_FORMEES: readonly unknown[] = ["", "\u0000", "\ud800", "é".repeat(5_000), "' or 1=1 --", "__proto__"];
const D_UN_AUTRE_TYPE: readonly unknown[] = [null, 0, -1.5, 1e21, true, [], ["1"], {}, { id: "1" }];
const COMBIEN = 500;

/** May ask about anyone's case: what is refused to others is an error of its own, told elsewhere. */
const acteur = {
  sub: "entites",
  rpps: null,
  structures: [],
  profils: ["coordinatrice-dac"],
  scopes: ["parcours:lire"],
  clientId: "entites",
};

describe("Les références de chaque sous-graphe, par chacune de ses clés", () => {
  let maison: MaisonDeTest;
  const ouverts = new Map<string, ServiceOuvert>();
  let cles: readonly Cle[];

  beforeAll(async () => {
    maison = await ouvrirMaisonDeTest({ jeu: "demo" });
    const annuaire = createAnnuaire(maison.executer, { timeoutMs: 5_000 });
    for (const nom of NOMS_DE_SERVICE) {
      const url = serviceUrl(maison.adminUrl, TEST_SECRET, nom);
      const options = { url, secret: TEST_SECRET, annuaire, logger: pino({ level: "silent" }) };
      ouverts.set(nom, await ouvrirService(services[nom], options));
    }
    cles = await lesCles();
  });
  afterAll(async () => {
    for (const ouvert of ouverts.values()) await ouvert.close();
    await maison?.stop();
  });

  async function resoudre({ service, type, champ }: Cle, valeurs: readonly unknown[]) {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${type} { cle: ${champ} } } }`;
    const r = valeurs.map((valeur) => ({ __typename: type, ...(valeur === undefined ? {} : { [champ]: valeur }) }));
    const reponse = await ouverts
      .get(service)
      ?.executor.repondre({ query, variables: { r } }, { acteur, requestId: "r" });
    const { data, errors = [] } = JSON.parse(JSON.stringify(reponse));
    return { entites: data?._entities as ({ cle: string } | null)[], erreurs: errors };
  }

  it("sont toutes connues du schéma", () => {
    expect(new Set(cles.map(({ service }) => service))).toEqual(new Set(NOMS_DE_SERVICE));
  });

  it("rend 500 entités d'un coup, dans l'ordre, doubles compris, nulles quand rien n'est désigné", async () => {
    for (const cle of cles) {
      const presente = PRESENTES[`${cle.service}.${cle.type}`];
      const tour = [...ABSENTES, ...(presente === undefined ? [] : [presente, presente])];
      const valeurs = Array.from({ length: COMBIEN }, (_, rang) => tour[rang % tour.length]);
      const { entites, erreurs } = await resoudre(cle, valeurs);
      expect({ cle, erreurs }).toEqual({ cle, erreurs: [] });
      expect(entites).toHaveLength(COMBIEN);
      // A subgraph that only adds fields to an entity of another one may take its word for it.
      const autres = entites.filter((entite, rang) => entite !== null && entite.cle !== valeurs[rang]);
      expect({ cle, autres }).toEqual({ cle, autres: [] });
      const trouvees = entites.filter((entite, rang) => entite !== null && valeurs[rang] === presente).length;
      expect({ cle, trouvees }).toEqual({ cle, trouvees: valeurs.filter((valeur) => valeur === presente).length });
    }
  });

  it("ne se brise pas sur une référence mal formée : nulle, ou une erreur du catalogue à son seul rang", async () => {
    const fautes: unknown[] = [];
    for (const cle of cles) {
      const valeurs = ["absent", ...MAL_FORMEES, undefined, ...D_UN_AUTRE_TYPE, "absent"];
      const { entites, erreurs } = await resoudre(cle, valeurs);
      for (const { message, path, extensions } of erreurs) {
        const rang = Number(path?.[1]);
        const typee = extensions.code === "BAD_USER_INPUT" && entites?.[rang] === null;
        if (!typee) fautes.push({ ...cle, valeur: String(valeurs[rang]).slice(0, 20), message });
      }
      expect({ cle, combien: entites?.length }).toEqual({ cle, combien: valeurs.length });
      expect({ cle, dernier: entites.at(-1) }).toEqual({ cle, dernier: entites[0] });
    }
    expect(fautes).toEqual([]);
  });
});
