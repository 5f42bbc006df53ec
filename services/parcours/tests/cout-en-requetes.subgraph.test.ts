import { countStatements } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { CPTS } from "./banc-hors-dossier.ts";
import { CERCLE, muter } from "./cercles-de-test.ts";
import { DEMANDE, DOSSIER, EQUIPE } from "./dossiers-de-test.ts";
import { destinataire, ORIENTATION, orienter } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

const MSP_41 = destinataire("MSP-41");
const COMPLET = `${DOSSIER} ${CERCLE} demande { motif } plan { version } orientations { id } besoins { id libelle statut orientations { ${ORIENTATION} usager { trancheAge } message prescripteur { id } fondement referencesExternes { systeme } suites { id } } }
  concertations { decisions } doublonsPossibles { nombre } evenements { edges { node { type } } }`;
const MES_PARCOURS = `query($first: Int!) { liste: mesParcours(first: $first) { totalCount edges { node { ${COMPLET} } } } }`;
const BOITE = `query($first: Int!, $sens: SensOrientation!) { liste: boiteOrientations(sens: $sens, first: $first) { totalCount edges { node { ${ORIENTATION} usager { identite { nomNaissance } } message fondement emetteur { libelle } referencesExternes { systeme } suites { id } } } } }`;

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
  for (let fois = 0; fois < 20; fois += 1) {
    await banc.envoyer(["MSP-41"]);
    await envoyerHorsDossier();
  }
});
afterAll(() => banc.fermer());

/** The same as `envoyer`, of a CPTS and without a case. */
async function envoyerHorsDossier(): Promise<void> {
  const ajout = { usager: DEMANDE.usager, criteres: saisie };
  const { data } = await muter(banc.sousGraphe, "ajouterBesoin", "AjouterBesoinInput", ajout, CPTS, "id version");
  const { rendu } = data as { rendu: { id: string; version: number } };
  expect((await orienter(banc.sousGraphe, rendu, ["MSP-42"], {}, CPTS)).errors).toBeUndefined();
}

/** A case of the team, never one of what the CPTS opened without a case, which nobody reads as a case. */
async function unDossierDeLEquipe(): Promise<string> {
  const { data } = await banc.sousGraphe.demander("{ mesParcours(first: 1) { edges { node { id } } } }", {}, EQUIPE);
  const { edges } = (data as { mesParcours: { edges: { node: { id: string } }[] } }).mesParcours;
  return edges[0]?.node.id ?? "";
}

const DIT_QUI_LIT = /set_config\('parcours\.sub'/;
const TRACE = /pg_advisory_xact_lock|fins_de_chaine|insert into trace_acces/;

/**
 * How many statements read the answer to this question. Who reads is said once a transaction, and traces go together when
 * they come together: at most one batch a level (case, need, referral), whatever the number of lines.
 */
async function compter(question: string, variables: Record<string, unknown>, acteur: Acteur) {
  const { result, statements } = await countStatements(() => banc.sousGraphe.demander(question, variables, acteur));
  expect(result.errors).toBeUndefined();
  expect(statements.filter((texte) => texte.startsWith("insert into trace_acces")).length).toBeLessThanOrEqual(3);
  const lectures = statements.filter((texte) => !DIT_QUI_LIT.test(texte) && !TRACE.test(texte));
  return { data: result.data, lectures: lectures.length };
}
/** The same for a list, whose rows are all there. */
async function compterListe(question: string, first: number, acteur: Acteur, variables: object = {}): Promise<number> {
  const { data, lectures } = await compter(question, { first, ...variables }, acteur);
  expect((data as { liste: { edges: unknown[] } }).liste.edges).toHaveLength(first);
  return lectures;
}

describe("Le coût en requêtes SQL ne dépend pas du nombre de lignes", () => {
  it.each([2, 20])("de mes dossiers avec tout ce qui en dépend (%d)", async (first) => {
    expect(await compterListe(MES_PARCOURS, first, EQUIPE)).toBe(22);
  });

  it.each([2, 20])("de la boîte d'un destinataire (%d)", async (first) => {
    expect(await compterListe(BOITE, first, MSP_41, { sens: "RECUES" })).toBe(8);
  });

  it.each([2, 20])("de la boîte de l'équipe qui a émis (%d)", async (first) => {
    expect(await compterListe(BOITE, first, EQUIPE, { sens: "EMISES" })).toBe(10);
  });

  it.each([2, 20])("de la boîte de qui a émis hors dossier, besoins et personnes compris (%d)", async (first) => {
    const question = BOITE.replace(
      " message fondement",
      " message fondement besoin { usager { identite { nomNaissance } } consentements { id } }",
    );
    expect(await compterListe(question, first, CPTS, { sens: "EMISES" })).toBe(12);
  });

  it("d'un dossier et de tout ce qui en dépend", async () => {
    const { data, lectures } = await compter(
      `query($id: ID!) { parcours(id: $id) { ${COMPLET} } }`,
      { id: await unDossierDeLEquipe() },
      EQUIPE,
    );
    expect(data?.parcours).toMatchObject({ besoins: [{ orientations: [{ statut: "ENVOYEE" }] }] });
    expect(lectures).toBe(20);
  });
});
