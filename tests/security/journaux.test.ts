import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendreQue } from "../journeys/attente.fixture.ts";
import { ecrireDossier, ecrireHorsDossier } from "./dossier-secret.fixture.ts";
import { type MaisonEcoutee, ouvrirMaisonEcoutee } from "./maison-ecoutee.fixture.ts";
import { seMeprendre } from "./meprises.fixture.ts";
import { NOMMEE, PERSONNE, SECRET } from "./personne-secrete.fixture.ts";
import { type Porte, porteDe } from "./porte.fixture.ts";
import { lireTables } from "./tables.fixture.ts";

/** What the base says of the row that it refuses. */
const REFUSEE = '"constraint":"refusee"';

let maison: MaisonEcoutee;
let porte: Porte;
let medecin: string;
let coordinatrice: string;
/** The case of the person, once the first test has written it. */
let dossier: string;

beforeAll(async () => {
  maison = await ouvrirMaisonEcoutee();
  porte = porteDe(maison.url);
  medecin = await maison.jeton("medecin-generaliste");
  coordinatrice = await maison.jeton("coordinatrice-dac");
}, 240_000);
afterAll(() => maison.stop());

const lignes = (): readonly string[] => maison.ecrit().split("\n");
/** A process writes by a pipe: its line may come after the answer. */
const attendreLigne = (contient: string) =>
  attendreQue(`a line with ${contient}`, () => maison.ecrit().includes(contient));

describe("Ce qui nomme une personne", () => {
  it("s'écrit et se relit par ceux qui en ont le droit", async () => {
    dossier = await ecrireDossier(porte, medecin, coordinatrice);
    const { data } = await porte.demander(
      coordinatrice,
      "query Relire($id: ID!) { parcours(id: $id) { usager { identite { nomNaissance prenoms ins { matricule } } } notes { texte } } }",
      { id: dossier },
    );
    expect(JSON.stringify(data)).toMatch(SECRET);
  });

  it("s'écrit et se relit aussi sans dossier, par qui porte le besoin", async () => {
    const besoin = await ecrireHorsDossier(porte, medecin);
    const { data } = await porte.demander(
      medecin,
      "query RelireHorsDossier($id: ID!) { besoin(id: $id) { usager { identite { nomNaissance } } orientations { message } } }",
      { id: besoin },
    );
    expect(JSON.stringify(data)).toMatch(/QUERCYMONTFERRANDEL.*vous attend/);
  });

  it("se cherche par l'équipe, écrit dans la question comme dans une variable", async () => {
    const ecrit = `query Chercher { mesParcours(filtre: { recherche: "${PERSONNE.nomNaissance}" }, first: 5) { totalCount edges { cursor node { id } } } }`;
    const enVariable =
      "query Chercher($filtre: ParcoursFiltre!) { mesParcours(filtre: $filtre, first: 5) { totalCount edges { cursor node { id } } } }";
    const { nomUtilise } = PERSONNE;
    for (const reponse of [
      await porte.demander(coordinatrice, ecrit),
      await porte.demander(coordinatrice, enVariable, { filtre: { recherche: nomUtilise } }),
    ]) {
      expect(reponse.data).toMatchObject({ mesParcours: { totalCount: 1, edges: [{ node: { id: dossier } }] } });
      expect(JSON.stringify(reponse)).not.toMatch(SECRET);
    }
  });

  it("n'est dans aucune erreur, quelle que soit la façon de se tromper", async () => {
    await seMeprendre(porte, medecin);
    expect(porte.erreurs.length).toBeGreaterThan(15);
    expect(porte.erreurs.filter((texte) => SECRET.test(texte))).toEqual([]);
  });

  it("n'est dans aucune erreur, même quand c'est la base qui refuse, et cite la ligne refusée", async () => {
    await withAdminClient(maison.adminUrl, (client) =>
      client.query("alter table parcours.note add constraint refusee check (id is null) not valid"),
    );
    const { errors } = await porte.demander(
      coordinatrice,
      'mutation Refusee($id: ID!, $texte: String!) { ajouterNote(cleIdempotence: "une-autre-cle", parcoursId: $id, texte: $texte) { id } }',
      { id: dossier, texte: NOMMEE },
    );
    expect(errors?.[0]?.message).toMatch(/^Erreur interne/);
    await attendreLigne(REFUSEE);
    expect(maison.ecrit()).toContain(REFUSEE);
    expect(JSON.stringify(errors)).not.toMatch(SECRET);
  });

  it("n'est dans aucune ligne qu'un processus a écrite", async () => {
    await attendreLigne('"operation":"Refusee"');
    expect(maison.ecrit()).toContain('"operation":"Agir_demanderAppui"');
    expect(maison.ecrit()).toContain('"operation":"Agir_ajouterBesoin_hors_dossier"');
    expect(maison.ecrit()).toContain('"operation":"Chercher"');
    expect(lignes().filter((ligne) => SECRET.test(ligne))).toEqual([]);
  });

  it("n'est pas dans les mesures", async () => {
    for (const page of ["metrics", "depreciations"]) {
      const texte = await (await fetch(`${maison.mesures}/${page}`)).text();
      expect(texte.split("\n").filter((ligne) => SECRET.test(ligne))).toEqual([]);
    }
    expect(await (await fetch(`${maison.mesures}/metrics`)).text()).toContain('operation="Agir_demanderAppui"');
  });

  it("n'est en clair dans aucune colonne d'aucune table : ni dossier, ni trace, ni échéance, ni événement à publier", async () => {
    const tables = await lireTables(maison.adminUrl, SECRET);
    const remplies = tables.filter(({ vide }) => !vide).map(({ nom }) => nom);
    expect(remplies).toEqual(
      expect.arrayContaining(
        ["usager", "note", "evaluation", "message_d_envoi", "a_publier", "trace_acces", "ecriture"].map(
          (nom) => `parcours.${nom}`,
        ),
      ),
    );
    expect(tables.filter(({ trouvees }) => trouvees.length > 0)).toEqual([]);
  });
});

/** The spans of the last request that ran this operation. */
function tronconsDe(operation: string) {
  const racine = maison.troncons().findLast(({ texte }) => texte.includes(`"${operation}"`));
  return maison.troncons().filter(({ traceId }) => traceId === racine?.traceId);
}

describe("Les traces", () => {
  it("suivent aussi ce qu'un service demande par la porte interne", async () => {
    const complete = () => tronconsDe("Agir_demanderAppui").some(({ name }) => name === "porte interne");
    await attendreQue("the span of the internal door", complete);
    expect(new Set(tronconsDe("Agir_demanderAppui").map(({ processus }) => processus))).toEqual(
      new Set(["passerelle", "parcours", "structures"]),
    );
  });

  it("suivent une demande de la passerelle aux sous-graphes et à leurs énoncés SQL, sans rien nommer", async () => {
    await porte.demander(
      coordinatrice,
      "query Suivie($id: ID!) { parcours(id: $id) { dac { nom } notes { texte } } }",
      { id: dossier },
    );
    const deLaDemande = () => tronconsDe("Suivie");
    const complete = () =>
      deLaDemande().some(({ name, processus }) => processus === "structures" && name.startsWith("select"));
    await attendreQue("the SQL of the last subgraph asked", complete);
    const noms = deLaDemande().map(({ processus, name }) => `${processus}: ${name}`);
    expect(noms).toEqual(
      expect.arrayContaining([
        "passerelle: requête",
        "passerelle: plan",
        "passerelle: appel parcours",
        "parcours: sous-graphe",
        "passerelle: appel structures",
        "structures: sous-graphe",
      ]),
    );
    expect(noms.filter((nom) => nom.startsWith("parcours: select"))).not.toEqual([]);
    const connus = new Set(deLaDemande().map(({ spanId }) => spanId));
    const orphelins = deLaDemande().filter(({ parentSpanId }) => parentSpanId && !connus.has(parentSpanId));
    expect(orphelins).toEqual([]);
    expect(maison.troncons().filter(({ texte }) => SECRET.test(texte))).toEqual([]);
  });
});
