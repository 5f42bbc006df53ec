import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lancerCommande } from "./commande.fixture.ts";
import { type Histoire, nomLu, ouvrirHistoire, porteDe, porteDuProfil, relire, repondre } from "./histoire.fixture.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import {
  type Adresse,
  acteur,
  adressesPour,
  cle,
  coordinatriceDe,
  DEMANDE,
  ouvrirDossier,
} from "./parcours.fixture.ts";

const NOM = DEMANDE.usager.nomNaissance;

let maison: MaisonDeTest;
let dac: string;
let adresses: readonly Adresse[];
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
  const equipe = await coordinatriceDe(maison);
  dac = equipe.structures[0] ?? "";
  const { besoin } = await ouvrirDossier(maison, equipe);
  adresses = (await adressesPour(maison, besoin.id, equipe)).filter(
    ({ destinataire }) => "structureId" in destinataire,
  );
}, 240_000);
afterAll(() => maison.stop());

const lieu = (rang: number): Adresse => {
  const adresse = adresses[rang];
  if (adresse === undefined) throw new Error("the ranking proposed too few places");
  return adresse;
};

async function qualifierPuisEvaluer({ muter, version }: Histoire): Promise<void> {
  const qualifiee = await muter<{ statut: string }>(
    "qualifierDemande",
    "QualifierDemandeInput",
    { version: await version(), decision: "RECEVABLE", niveauAppui: "COORDINATION_SPECIFIQUE" },
    "statut",
  );
  expect(qualifiee.statut).toBe("EN_EVALUATION");
  await muter(
    "enregistrerEvaluation",
    "EnregistrerEvaluationInput",
    {
      version: await version(),
      grille: "grille d'exemple",
      versionGrille: "1",
      realiseeLe: "2026-01-15",
      domaines: [{ domaine: "AIDANTS", niveau: "FORTE" }],
    },
    "statut",
  );
}

/** A place refuses; the need goes to another in one action, which agrees and learns who it is about: the person consented. */
async function reorienterAvecConsentement(histoire: Histoire, besoin: string): Promise<void> {
  const { equipe, dossier, muter, envoyer, suivre } = histoire;
  const refusee = await envoyer(besoin, lieu(0), "PRISE_EN_CHARGE");
  const refus = await repondre(porteDe(maison, lieu(0).qui), "refuser", refusee, ", motif: CAPACITE_ATTEINTE");
  expect(refus.statut).toBe("REFUSEE");
  const reorientee = await suivre("reorienter", refusee, lieu(1));
  const soignant = porteDe(maison, lieu(1).qui);
  expect(await nomLu(soignant, reorientee)).toBeNull();
  const { consentements } = await muter<{ consentements: { id: string }[] }>(
    "recueillirConsentement",
    "RecueillirConsentementInput",
    {
      nature: "CONSENTEMENT_PREALABLE",
      statut: "DONNE",
      exprimePar: "PERSONNE",
      mode: "ORAL",
      recueilliLe: "2026-01-01T00:00:00Z",
      destinataires: [lieu(1).destinataire],
    },
    "consentements { id }",
  );
  expect(await nomLu(soignant, reorientee)).toBeNull();
  expect((await repondre(soignant, "accepter", reorientee)).statut).toBe("ACCEPTEE");
  expect(await nomLu(soignant, reorientee)).toBe(NOM);
  await equipe(
    "mutation Retirer($id: ID!, $c: ID!, $cle: ID!) { rendu: retirerConsentement(parcoursId: $id, consentementId: $c, cleIdempotence: $cle) { id } }",
    { id: dossier, c: consentements[0]?.id, cle: cle() },
  );
  expect(await nomLu(soignant, reorientee)).toBeNull();
  expect((await repondre(soignant, "terminer", reorientee, ", issue: REALISEE")).statut).toBe("TERMINEE");
}

/** An expert's advice becomes a referral, which is accepted and carried out. */
async function convertirAvis({ ajouterBesoin, envoyer, suivre }: Histoire): Promise<void> {
  const avis = await envoyer(await ajouterBesoin(), lieu(2), "AVIS_EXPERT");
  const expert = porteDe(maison, lieu(2).qui);
  await repondre(expert, "accepter", avis);
  await repondre(expert, "terminer", avis, ', issue: REALISEE, synthese: "À voir à domicile."');
  const convertie = await suivre("convertirAvis", avis, lieu(0));
  const pris = porteDe(maison, lieu(0).qui);
  await repondre(pris, "accepter", convertie);
  await repondre(pris, "demarrerPriseEnCharge", convertie);
  expect((await repondre(pris, "terminer", convertie, ", issue: REALISEE")).statut).toBe("TERMINEE");
}

/** Someone at the emergency room sees nothing, then breaks the glass. */
async function briserLaGlace({ dossier }: Histoire): Promise<void> {
  const urgentiste = porteDe(maison, acteur("urgentiste", { rpps: "89900000061" }));
  const lire = "query Lire($id: ID!) { rendu: parcours(id: $id) { usager { identite { nomNaissance } } } }";
  expect(await urgentiste(lire, { id: dossier })).toBeNull();
  await urgentiste(
    'mutation Briser($id: ID!, $cle: ID!) { rendu: accederEnBrisDeGlace(parcoursId: $id, motif: "inconscient aux urgences", cleIdempotence: $cle) { id } }',
    { id: dossier, cle: cle() },
  );
  expect(await urgentiste(lire, { id: dossier })).toEqual({ usager: { identite: { nomNaissance: NOM } } });
}

async function planifierPuisClore({ muter, version, surLeDossier }: Histoire, besoin: string): Promise<void> {
  await muter(
    "etablirPlan",
    "EtablirPlanInput",
    {
      version: await version(),
      objectifs: [{ repere: "1", libelle: "rester chez soi" }],
      actions: [{ objectif: "1", libelle: "passage infirmier", besoinId: besoin }],
    },
    "statut",
  );
  expect((await surLeDossier("validerPlan", "")).statut).toBe("EN_SUIVI");
  const relais = `, motif: RELAIS, relais: "${lieu(0).qui.structures[0]}"`;
  expect((await surLeDossier("cloturerParcours", relais)).statut).toBe("RELAIS");
  expect((await surLeDossier("cloturerParcours", ", motif: OBJECTIFS_ATTEINTS")).statut).toBe("CLOS");
}

describe.each(["coordinatrice-dac", "editeur"])("L'histoire d'un dossier, avec le jeton du profil %s", (profil) => {
  it("va de la demande à la clôture : refus, réorientation, avis converti, consentement retiré, bris de glace", async () => {
    const equipe = await porteDuProfil(maison, profil, [dac]);
    const histoire = await ouvrirHistoire(equipe, porteDe(maison, acteur("demandeur")));
    await qualifierPuisEvaluer(histoire);
    const besoin = await histoire.ajouterBesoin();
    await reorienterAvecConsentement(histoire, besoin);
    await convertirAvis(histoire);
    await briserLaGlace(histoire);
    await planifierPuisClore(histoire, besoin);

    const { evenements, traces } = await relire(histoire);
    expect(evenements).toEqual([
      "DEMANDE_RECUE",
      "QUALIFIER",
      "EVALUER",
      "AJOUTER_BESOIN",
      "ORIENTER",
      "ORIENTATION_REFUSER",
      "ORIENTATION_REORIENTER",
      "CONSENTIR",
      "ORIENTATION_ACCEPTER",
      "RETIRER",
      "ORIENTATION_TERMINER",
      "AJOUTER_BESOIN",
      "ORIENTER",
      "ORIENTATION_ACCEPTER",
      "ORIENTATION_TERMINER",
      "ORIENTATION_CONVERTIR",
      "ORIENTATION_ACCEPTER",
      "ORIENTATION_DEMARRER",
      "ORIENTATION_TERMINER",
      "BRIS_DE_GLACE",
      "ETABLIR_PLAN",
      "VALIDER_PLAN",
      "CLOTURER",
      "CLOTURER",
    ]);
    expect(traces).toEqual([
      { action: "LIRE", objet: "IDENTITE", brisDeGlace: false },
      { action: "BRIS_DE_GLACE", objet: "DOSSIER", brisDeGlace: true },
      { action: "LIRE", objet: "IDENTITE", brisDeGlace: true },
    ]);
  });
});

describe("Le journal des accès de cette maison", () => {
  it("s'ancre : une fin de chaîne retirée depuis se voit, et ne se voyait pas sans l'ancre", async () => {
    const ancre = join(maison.configuration.dataDir, "ancre.txt");
    await writeFile(ancre, (await lancerCommande(maison, "traces", "ancre")).dit);
    const verifier = (...args: string[]) => lancerCommande(maison, "traces", "verifier", ...args);
    expect(await verifier("--ancre", ancre)).toMatchObject({
      code: 0,
      dit: expect.stringContaining("Rien n'a été retiré depuis l'ancre."),
    });
    await withAdminClient(maison.adminUrl, (client) =>
      client.query("delete from parcours.trace_acces where id = (select max(id) from parcours.trace_acces)"),
    );
    expect(await verifier()).toMatchObject({ code: 0, dit: expect.stringContaining("chaque chaîne est intacte") });
    expect(await verifier("--ancre", ancre)).toMatchObject({
      code: 1,
      dit: expect.stringContaining("des lignes ont été retirées à la fin"),
    });
  });

  it("se vérifie par une commande, qui trouve la ligne qu'un administrateur a changée", async () => {
    const intacte = await lancerCommande(maison, "traces", "verifier");
    expect([intacte.code, intacte.dit]).toEqual([0, expect.stringContaining("chaque chaîne est intacte")]);
    const [changee] = await withAdminClient(maison.adminUrl, async (client) => {
      const vise = "select min(id) from parcours.trace_acces where action = 'BRIS_DE_GLACE'";
      return (
        await client.query<{ id: string }>(
          `update parcours.trace_acces set motif = 'autre chose' where id = (${vise}) returning id`,
        )
      ).rows;
    });
    const rompue = await lancerCommande(maison, "traces", "verifier");
    expect([rompue.code, rompue.dit]).toEqual([
      1,
      expect.stringContaining(`Première rupture à la ligne ${changee?.id} `),
    ]);
  });

  it("et les identités se chiffrent de nouveau par une autre", async () => {
    const { code, dit } = await lancerCommande(maison, "identites", "renouveler");
    expect([code, dit]).toEqual([0, expect.stringContaining("Tout est écrit sous la clé « locale »")]);
  });
});
