import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withAdminClient } from "@coordination/database";
import { demanderJeton } from "@coordination/identite-locale";
import type { Acteur } from "@coordination/server-kit";
import { TEST_SECRET } from "@coordination/test-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { FormattedExecutionResult } from "graphql";
import { demander, demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import {
  type Adresse,
  acteur,
  adressesPour,
  CRITERES,
  cle,
  coordinatriceDe,
  DEMANDE,
  OUVRIR,
  ouvrirDossier,
  pour,
} from "./parcours.fixture.ts";

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

/** Someone's way in: asks, and gives the answer under `rendu`, which must have no error. */
type Porte = <Rendu>(query: string, variables?: object) => Promise<Rendu>;
const rendre = <Rendu>({ data, errors }: FormattedExecutionResult): Rendu => {
  expect(errors).toBeUndefined();
  return (data as { rendu: Rendu }).rendu;
};
const porteDe =
  (qui: Acteur): Porte =>
  async (query, variables = {}) =>
    rendre(await demander(maison, query, variables, pour(qui)));
/** By HTTP, with a token that the identity provider has given to this profile for the DAC. */
async function porteDuProfil(profil: string): Promise<Porte> {
  const { issuer, configuration } = maison;
  const { jeton } = await demanderJeton({ issuer, dataDir: configuration.dataDir, profil, structures: [dac] });
  return async (query, variables = {}) => rendre((await demanderParHttp(maison, query, { jeton, variables })).corps);
}

const URGENTISTE = acteur("urgentiste", { rpps: "89900000061" });
const NOM = "BARTAVELLE-EXEMPLE";

/** A case as its team, its receivers and someone who breaks the glass live it; each step is theirs. */
function histoire(equipe: Porte) {
  let dossier = "";
  const versionDe = async (porte: Porte, type: "parcours" | "orientation", id: string): Promise<number> =>
    (await porte<{ version: number }>(`query Version($id: ID!) { rendu: ${type}(id: $id) { version } }`, { id }))
      .version;
  const surLeDossier = async (mutation: string, reste: string): Promise<{ statut: string }> => {
    const version = await versionDe(equipe, "parcours", dossier);
    return equipe(
      `mutation Agir($id: ID!, $version: Int!, $cle: ID!) { rendu: ${mutation}(parcoursId: $id, version: $version, cleIdempotence: $cle${reste}) { statut } }`,
      { id: dossier, version, cle: cle() },
    );
  };
  const muter = <Rendu>(mutation: string, type: string, input: object, champs: string): Promise<Rendu> =>
    equipe(
      `mutation Muter($input: ${type}!, $cle: ID!) { rendu: ${mutation}(input: $input, cleIdempotence: $cle) { ${champs} } }`,
      { input: { parcoursId: dossier, ...input }, cle: cle() },
    );
  const repondre = async (porte: Porte, mutation: string, id: string, reste = ""): Promise<{ statut: string }> =>
    porte(
      `mutation Repondre($id: ID!, $version: Int!, $cle: ID!) { rendu: ${mutation}(orientationId: $id, version: $version, cleIdempotence: $cle${reste}) { id statut } }`,
      { id, version: await versionDe(porte, "orientation", id), cle: cle() },
    );
  const suivre = async (mutation: string, id: string, vers: Adresse): Promise<string> => {
    const [suite] = await equipe<{ id: string }[]>(
      `mutation Suivre($id: ID!, $version: Int!, $d: [DestinataireInput!]!, $cle: ID!) { rendu: ${mutation}(orientationId: $id, version: $version, destinataires: $d, cleIdempotence: $cle) { id } }`,
      { id, version: await versionDe(equipe, "orientation", id), d: [vers.destinataire], cle: cle() },
    );
    return suite?.id ?? "";
  };
  const envoyer = async (besoinId: string, vers: Adresse, nature: string): Promise<string> => {
    const { version } = await equipe<{ version: number }>(
      "query Besoin($id: ID!) { rendu: besoin(id: $id) { version } }",
      {
        id: besoinId,
      },
    );
    const [envoyee] = await equipe<{ id: string }[]>(
      "mutation Orienter($input: OrienterInput!, $cle: ID!) { rendu: orienter(input: $input, cleIdempotence: $cle) { id } }",
      { input: { besoinId, version, mode: "SIMPLE", nature, destinataires: [vers.destinataire] }, cle: cle() },
    );
    return envoyee?.id ?? "";
  };
  const ajouterBesoin = async (): Promise<string> =>
    (await muter<{ id: string }>("ajouterBesoin", "AjouterBesoinInput", { criteres: CRITERES }, "id")).id;
  const nomLu = async (porte: Porte, id: string) =>
    (
      await porte<{ usager: { identite: { nomNaissance: string } | null } | null }>(
        "query Nom($id: ID!) { rendu: orientation(id: $id) { usager { identite { nomNaissance } } } }",
        { id },
      )
    ).usager?.identite?.nomNaissance ?? null;
  return {
    ouvrir: async () => {
      dossier = (await porteDe(acteur("demandeur"))<{ id: string }>(OUVRIR, { input: DEMANDE, cle: cle() })).id;
    },
    dossier: () => dossier,
    surLeDossier,
    muter,
    repondre,
    suivre,
    envoyer,
    ajouterBesoin,
    nomLu,
  };
}

const lieu = (rang: number): Adresse => {
  const adresse = adresses[rang];
  if (adresse === undefined) throw new Error("the ranking proposed too few places");
  return adresse;
};

describe.each(["coordinatrice-dac", "editeur"])("L'histoire d'un dossier, avec le jeton du profil %s", (profil) => {
  it("va de la demande à la clôture : refus, réorientation, avis converti, consentement retiré, bris de glace", async () => {
    const equipe = await porteDuProfil(profil);
    const { ouvrir, dossier, surLeDossier, muter, repondre, suivre, envoyer, ajouterBesoin, nomLu } = histoire(equipe);
    await ouvrir();
    const version = async () =>
      (
        await equipe<{ version: number }>("query V($id: ID!) { rendu: parcours(id: $id) { version } }", {
          id: dossier(),
        })
      ).version;
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

    // A place refuses; the need goes to another in one action, which agrees and learns who it is about: the person consented.
    const besoin = await ajouterBesoin();
    const refusee = await envoyer(besoin, lieu(0), "PRISE_EN_CHARGE");
    expect((await repondre(porteDe(lieu(0).qui), "refuser", refusee, ", motif: CAPACITE_ATTEINTE")).statut).toBe(
      "REFUSEE",
    );
    const reorientee = await suivre("reorienter", refusee, lieu(1));
    const soignant = porteDe(lieu(1).qui);
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
      { id: dossier(), c: consentements[0]?.id, cle: cle() },
    );
    expect(await nomLu(soignant, reorientee)).toBeNull();
    expect((await repondre(soignant, "terminer", reorientee, ", issue: REALISEE")).statut).toBe("TERMINEE");

    // An expert's advice becomes a referral, which is accepted and carried out.
    const avis = await envoyer(await ajouterBesoin(), lieu(2), "AVIS_EXPERT");
    const expert = porteDe(lieu(2).qui);
    await repondre(expert, "accepter", avis);
    await repondre(expert, "terminer", avis, ', issue: REALISEE, synthese: "À voir à domicile."');
    const convertie = await suivre("convertirAvis", avis, lieu(0));
    const pris = porteDe(lieu(0).qui);
    await repondre(pris, "accepter", convertie);
    await repondre(pris, "demarrerPriseEnCharge", convertie);
    expect((await repondre(pris, "terminer", convertie, ", issue: REALISEE")).statut).toBe("TERMINEE");

    // Someone at the emergency room sees nothing, then breaks the glass.
    const urgentiste = porteDe(URGENTISTE);
    const lire = "query Lire($id: ID!) { rendu: parcours(id: $id) { usager { identite { nomNaissance } } } }";
    expect(await urgentiste(lire, { id: dossier() })).toBeNull();
    await urgentiste(
      'mutation Briser($id: ID!, $cle: ID!) { rendu: accederEnBrisDeGlace(parcoursId: $id, motif: "inconscient aux urgences", cleIdempotence: $cle) { id } }',
      { id: dossier(), cle: cle() },
    );
    expect(await urgentiste(lire, { id: dossier() })).toEqual({ usager: { identite: { nomNaissance: NOM } } });

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
    expect(
      (await surLeDossier("cloturerParcours", `, motif: RELAIS, relais: "${lieu(0).qui.structures[0]}"`)).statut,
    ).toBe("RELAIS");
    expect((await surLeDossier("cloturerParcours", ", motif: OBJECTIFS_ATTEINTS")).statut).toBe("CLOS");

    const { evenements } = await equipe<{ evenements: { edges: { node: { type: string } }[] } }>(
      "query Evenements($id: ID!) { rendu: parcours(id: $id) { evenements(first: 50) { edges { node { type } } } } }",
      { id: dossier() },
    );
    expect(evenements.edges.map(({ node }) => node.type)).toEqual([
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
    const traces = await equipe<{ edges: { node: { action: string; objet: string; brisDeGlace: boolean } }[] }>(
      "query Traces($id: ID!) { rendu: tracesAcces(parcoursId: $id, first: 50) { edges { node { action objet brisDeGlace } } } }",
      { id: dossier() },
    );
    expect(traces.edges.map(({ node }) => node)).toEqual([
      { action: "LIRE", objet: "IDENTITE", brisDeGlace: false },
      { action: "BRIS_DE_GLACE", objet: "DOSSIER", brisDeGlace: true },
      { action: "LIRE", objet: "IDENTITE", brisDeGlace: true },
    ]);
  });
});

/** Runs a command of the house on the database of this one, as `npm run` does. */
async function commande(nom: string, argument: string): Promise<{ code: unknown; dit: string }> {
  const programme = join(fileURLToPath(new URL("../..", import.meta.url)), "tools", "dist", "src", `${nom}.js`);
  const { dataDir } = maison.configuration;
  const env = { ...process.env, DATABASE_URL: maison.adminUrl, INTERNAL_SECRET: TEST_SECRET, DATA_DIR: dataDir };
  const enfant = spawn(process.execPath, [programme, argument], { env, stdio: ["ignore", "pipe", "inherit"] });
  let dit = "";
  enfant.stdout.on("data", (morceau: Buffer) => {
    dit += morceau.toString();
  });
  const [code] = await once(enfant, "close");
  return { code, dit };
}

describe("Le journal des accès de cette maison", () => {
  it("se vérifie par une commande, qui trouve la ligne qu'un administrateur a changée", async () => {
    const intacte = await commande("traces", "verifier");
    expect([intacte.code, intacte.dit]).toEqual([0, expect.stringContaining("chaque chaîne est intacte")]);
    const [changee] = await withAdminClient(maison.adminUrl, async (client) => {
      const vise = "select min(id) from parcours.trace_acces where action = 'BRIS_DE_GLACE'";
      return (
        await client.query<{ id: string }>(
          `update parcours.trace_acces set motif = 'autre chose' where id = (${vise}) returning id`,
        )
      ).rows;
    });
    const rompue = await commande("traces", "verifier");
    expect([rompue.code, rompue.dit]).toEqual([
      1,
      expect.stringContaining(`Première rupture à la ligne ${changee?.id} `),
    ]);
  });

  it("et les identités se chiffrent de nouveau par une autre", async () => {
    const { code, dit } = await commande("identites", "renouveler");
    expect([code, dit]).toEqual([0, expect.stringContaining("Tout est écrit sous la clé « locale »")]);
  });
});
