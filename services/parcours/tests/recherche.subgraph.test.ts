import { withAdminClient } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCoffre, indexerLesNoms, lireCles } from "../src/index.ts";
import { type BancHorsDossier, CPTS, ouvrirBancHorsDossier } from "./banc-hors-dossier.ts";
import { muter } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { listerDossiers, trouverDossiers } from "./liste-de-test.ts";
import { cle, destinataire } from "./orientations-de-test.ts";
import { SECRET } from "./sous-graphe.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

interface Ouvert {
  readonly id: string;
  readonly numero: string;
  readonly version: number;
}
const DEMANDER =
  "mutation($input: DemanderAppuiInput!, $cle: ID!) { rendu: demanderAppui(input: $input, cleIdempotence: $cle) { id numero version } }";
const personne = (nomNaissance: string, nomUtilise: string | null = null) => ({
  usager: { ...DEMANDE.usager, nomNaissance, nomUtilise },
});
async function ouvrir(ecart: object, acteur = DEMANDEUR): Promise<Ouvert> {
  const { data, errors } = await banc.sousGraphe.demander(
    DEMANDER,
    { input: { ...DEMANDE, ...ecart }, cle: cle() },
    acteur,
  );
  expect(errors).toBeUndefined();
  return (data as { rendu: Ouvert }).rendu;
}
const chercher = (recherche: string, acteur: Acteur = EQUIPE) =>
  trouverDossiers(banc.sousGraphe, { recherche }, acteur);

describe("La recherche d'un dossier", () => {
  it("le trouve par le nom de naissance ou d'usage de la personne, entier, sans égard à la casse ni aux accents", async () => {
    const { id } = await ouvrir(personne("Cœur-Éléonore", "de l'Étang Inventé"));
    for (const nom of ["Cœur-Éléonore", "COEUR ELEONORE", "  coeureleonore ", "DE L'ETANG-INVENTE"]) {
      expect([nom, await chercher(nom)]).toEqual([nom, [id]]);
    }
    for (const autre of ["Coeur", "Odalric", "Cœur-Éléonore Odalric", "%", "1950-11-22"]) {
      expect([autre, await chercher(autre)]).toEqual([autre, []]);
    }
  });

  it("compare aussi un nom d'une autre écriture, et n'en confond pas deux", async () => {
    const { id } = await ouvrir(personne("Ελένη"));
    await ouvrir(personne("Мария"));
    expect(await chercher("ΕΛΈΝΗ")).toEqual([id]);
    expect(await chercher("--")).toEqual([]);
  });

  it("le trouve par son numéro, ou par celui que le logiciel de l'équipe lui donne, de ce logiciel seul", async () => {
    const { id, numero } = await ouvrir(personne("Numéroté"));
    const { errors } = await banc.sousGraphe.demander(
      'mutation($id: ID!, $cle: ID!) { poserReferencesDuParcours(parcoursId: $id, referencesExternes: [{ systeme: "LOGICIEL", identifiant: "F-2026-7" }], cleIdempotence: $cle) { id } }',
      { id, cle: cle() },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    expect(await chercher(numero)).toEqual([id]);
    expect(await chercher("F-2026-7")).toEqual([id]);
    expect(await chercher("F-2026-7", { ...EQUIPE, clientId: "autre-logiciel" })).toEqual([]);
    expect(await chercher("F-2026-7", { ...EQUIPE, clientId: null })).toEqual([]);
  });

  it("ne dit rien à qui n'a pas à connaître la personne : qui a demandé, une autre équipe ; le cercle, si", async () => {
    const numero = { systeme: "LOGICIEL", identifiant: "du-demandeur" };
    const { id, version } = await ouvrir({ ...personne("Discrète"), referencesExternes: [numero] });
    expect(await trouverDossiers(banc.sousGraphe, { referenceExterne: numero }, DEMANDEUR)).toEqual([id]);
    const membre = destinataire("MSP-71");
    for (const acteur of [DEMANDEUR, AUTRE_EQUIPE, membre]) expect(await chercher("Discrète", acteur)).toEqual([]);
    const lesDeux = { referenceExterne: numero, recherche: "Discrète" };
    expect(await trouverDossiers(banc.sousGraphe, lesDeux, DEMANDEUR)).toEqual([]);
    expect(await chercher("du-demandeur", DEMANDEUR)).toEqual([]);
    const recevable = { parcoursId: id, version, decision: "RECEVABLE", niveauAppui: "APPUI_ORGANISATION" };
    await muter(banc.sousGraphe, "qualifierDemande", "QualifierDemandeInput", recevable);
    const invitation = { parcoursId: id, structureId: "MSP-71", role: "soins", depuis: new Date().toISOString() };
    const { errors } = await muter(banc.sousGraphe, "inviterAuCercle", "InviterAuCercleInput", invitation);
    expect(errors).toBeUndefined();
    expect(await chercher("Discrète", membre)).toEqual([id]);
  });

  it("ne trouve jamais un besoin hors dossier, pour qui le porte non plus", async () => {
    await banc.ajouter(CPTS, personne("Hors-Dossier"));
    expect(await chercher("Hors-Dossier", CPTS)).toEqual([]);
    expect(await chercher("Hors-Dossier")).toEqual([]);
  });

  it("suit la fiche quand on la rectifie", async () => {
    const { id, version } = await ouvrir(personne("Avant"));
    const { errors } = await banc.sousGraphe.demander(
      "mutation($id: ID!, $version: Int!, $usager: UsagerInput!, $cle: ID!) { modifierUsager(parcoursId: $id, version: $version, usager: $usager, cleIdempotence: $cle) { id } }",
      { id, version, ...personne("Après"), cle: cle() },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    expect(await chercher("Avant")).toEqual([]);
    expect(await chercher("Après")).toEqual([id]);
  });

  it("laisse une trace de chaque dossier trouvé et de qui le trouve, et rien d'écrit ne dit le nom cherché", async () => {
    const { id } = await ouvrir(personne("Retrouvable"));
    await chercher("Retrouvable");
    const traces = await banc.sousGraphe.interroger<{ objet: string; sub: string }>(
      `select objet, acteur ->> 'sub' as sub from parcours.trace_acces where dossier_id = '${id}'`,
    );
    expect(traces).toEqual([{ objet: "RECHERCHE", sub: "equipe" }]);
    const [ligne] = await banc.sousGraphe.interroger<{ usager: string; empreinte: string }>(
      `select u::text as usager, u.empreinte_nom as empreinte from parcours.usager u join parcours.dossier d on d.usager_id = u.id where d.id = '${id}'`,
    );
    expect(ligne?.usager).not.toMatch(/retrouvable/i);
    expect(ligne?.empreinte).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ["vide", "  "],
    ["trop longue", "Nommée".repeat(20)],
  ])("%s se refuse en nommant le champ, sans répéter ce qu'il contient", async (_cas, recherche) => {
    const { errors } = await listerDossiers(banc.sousGraphe, { recherche });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "filtre.recherche" });
    expect(JSON.stringify(errors)).not.toMatch(/Nommée/);
  });

  it("se reprend page par page, et le curseur d'une recherche ne sert pas à une autre", async () => {
    const ids = [await ouvrir(personne("Homonyme")), await ouvrir(personne("Homonyme"))].map(({ id }) => id);
    const page = async (after: string | null) => {
      const { data, errors } = await listerDossiers(banc.sousGraphe, { recherche: "Homonyme" }, { first: 1, after });
      expect(errors).toBeUndefined();
      return (
        data as {
          liste: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { endCursor: string } };
        }
      ).liste;
    };
    const premiere = await page(null);
    const seconde = await page(premiere.pageInfo.endCursor);
    expect([premiere, seconde].map(({ totalCount }) => totalCount)).toEqual([2, 2]);
    expect([premiere, seconde].map(({ edges }) => edges[0]?.node.id)).toEqual(ids.toReversed());
    const autre = await listerDossiers(banc.sousGraphe, { recherche: "Autre" }, { after: premiere.pageInfo.endCursor });
    expect(autre.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
  });
});

describe("Qui fut écrit avant que les noms se cherchent", () => {
  it("se retrouve une fois la commande passée ; passée deux fois, elle n'écrit rien", async () => {
    const { id } = await ouvrir(personne("Ancienne", "Usitée"));
    await banc.sousGraphe.interroger("update parcours.usager set empreinte_nom = null, empreinte_nom_utilise = null");
    expect(await chercher("Ancienne")).toEqual([]);
    const { cles, index } = lireCles({}, SECRET);
    const indexer = () =>
      withAdminClient(banc.sousGraphe.adminUrl, (client) => indexerLesNoms(client, createCoffre(cles, index)));
    const personnes = await banc.sousGraphe.interroger("select from parcours.usager");
    expect(await indexer()).toBe(personnes.length);
    for (const nom of ["Ancienne", "Usitée"]) expect(await chercher(nom)).toEqual([id]);
    expect(await indexer()).toBe(0);
  });
});
