import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exemplesDe } from "./exemples-de-page.ts";
import { nomLu, type Porte, porteDe, porteDuProfil, repondre } from "./histoire.fixture.ts";
import { lecteurDExemples } from "./lecteur-d-exemples.fixture.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import { acteur, CRITERES, cle, DEMANDE } from "./parcours.fixture.ts";

const NOM = DEMANDE.usager.nomNaissance;

let maison: MaisonDeTest;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
}, 240_000);
afterAll(() => maison.stop());

const AJOUTER =
  "mutation Ajouter($input: AjouterBesoinInput!, $cle: ID!) { rendu: ajouterBesoin(input: $input, cleIdempotence: $cle) { id version parcours { id } usager { identite { nomNaissance } } } }";
const CLASSER =
  "query Classer($id: ID!) { rendu: besoin(id: $id) { propositions(first: 50) { sourcesIndisponibles elements { destinataire { structure { id } } } } } }";
const CONSENTIR =
  "mutation Consentir($input: RecueillirConsentementHorsDossierInput!, $cle: ID!) { rendu: recueillirConsentementHorsDossier(input: $input, cleIdempotence: $cle) { version consentements { id } } }";
const RETIRER =
  "mutation Retirer($id: ID!, $c: ID!, $cle: ID!) { rendu: retirerConsentementHorsDossier(besoinId: $id, consentementId: $c, cleIdempotence: $cle) { consentements { statut } } }";
const ORIENTER =
  "mutation Orienter($input: OrienterInput!, $cle: ID!) { rendu: orienter(input: $input, cleIdempotence: $cle) { id version diffusion emetteur { structure { nom } } } }";
const REORIENTER =
  "mutation Reorienter($id: ID!, $version: Int!, $d: [DestinataireInput!]!, $cle: ID!) { rendu: reorienter(orientationId: $id, version: $version, destinataires: $d, cleIdempotence: $cle) { id } }";
const LIRE = "query Lire($id: ID!) { rendu: besoin(id: $id) { id statut usager { identite { nomNaissance } } } }";
const MIENS = "query Miens { rendu: mesParcours(first: 100) { edges { node { id } } } }";
const EMISES = "query Emises { rendu: boiteOrientations(sens: EMISES, first: 100) { edges { node { id } } } }";

interface Besoin {
  readonly id: string;
  readonly version: number;
}

/** The two places that the ranking puts first for this need. */
async function deuxLieux(porteur: Porte, id: string): Promise<readonly [string, string]> {
  const { propositions } = await porteur<{
    propositions: {
      sourcesIndisponibles: string[];
      elements: { destinataire: { structure: { id: string } | null } }[];
    };
  }>(CLASSER, { id });
  expect(propositions.sourcesIndisponibles).toEqual([]);
  const [premier, second] = propositions.elements.flatMap(({ destinataire: { structure } }) => structure?.id ?? []);
  if (premier === undefined || second === undefined) throw new Error("the ranking proposed too few places");
  return [premier, second];
}

describe.each([
  ["coordinatrice-cpts", "medecin-generaliste"],
  ["medecin-generaliste", "coordinatrice-cpts"],
  ["secretariat", "coordinatrice-cpts"],
] as const)("Avec le jeton du profil %s, sans dossier", (profil, autre) => {
  it("on oriente quelqu'un : classement, refus, réadressage, consentement, acceptation, retrait, issue", async () => {
    const porteur = await porteDuProfil(maison, profil, []);
    const besoin = await porteur<Besoin>(AJOUTER, {
      input: { usager: DEMANDE.usager, criteres: CRITERES },
      cle: cle(),
    });
    expect(besoin).toMatchObject({ parcours: null, usager: { identite: { nomNaissance: NOM } } });
    const [refuse, accepte] = await deuxLieux(porteur, besoin.id);
    const soignant = (structure: string) => porteDe(maison, acteur(structure, { structures: [structure] }));

    const [envoyee] = await porteur<Besoin[]>(ORIENTER, {
      input: { besoinId: besoin.id, version: 1, mode: "SIMPLE", destinataires: [{ structureId: refuse }] },
      cle: cle(),
    });
    const origine = envoyee?.id ?? "";
    expect(await nomLu(soignant(refuse), origine)).toBeNull();
    await repondre(soignant(refuse), "refuser", origine, ", motif: CAPACITE_ATTEINTE");
    const d = [{ structureId: accepte }];
    const [suite] = await porteur<Besoin[]>(REORIENTER, { id: origine, version: 2, d, cle: cle() });
    const id = suite?.id ?? "";

    const { consentements } = await porteur<{ consentements: { id: string }[] }>(CONSENTIR, {
      input: {
        besoinId: besoin.id,
        nature: "CONSENTEMENT_PREALABLE",
        statut: "DONNE",
        exprimePar: "PERSONNE",
        mode: "ORAL",
        recueilliLe: "2026-01-01T00:00:00Z",
        destinataires: d,
      },
      cle: cle(),
    });
    expect(await nomLu(soignant(accepte), id)).toBeNull();
    await repondre(soignant(accepte), "accepter", id);
    expect(await nomLu(soignant(accepte), id)).toBe(NOM);
    expect(await nomLu(soignant(refuse), origine)).toBeNull();
    await porteur(RETIRER, { id: besoin.id, c: consentements[0]?.id, cle: cle() });
    expect(await nomLu(soignant(accepte), id)).toBeNull();
    expect((await repondre(soignant(accepte), "terminer", id, ", issue: REALISEE")).statut).toBe("TERMINEE");

    expect(await porteur(LIRE, { id: besoin.id })).toMatchObject({ statut: "COUVERT" });
    expect(JSON.stringify(await porteur(EMISES))).toContain(id);
    expect(await porteur(MIENS)).toEqual({ edges: [] });
    for (const etranger of [autre, "coordinatrice-dac"]) {
      const porte = await porteDuProfil(maison, etranger, []);
      expect(await porte(LIRE, { id: besoin.id })).toBeNull();
      expect(JSON.stringify(await porte(EMISES))).not.toContain(id);
    }
  });
});

it("Un besoin porté par une maison de santé se lit par ses collègues, et dit son nom à qui le reçoit", async () => {
  const porteur = await porteDuProfil(maison, "medecin-generaliste", []);
  const besoin = await porteur<Besoin>(AJOUTER, { input: { usager: DEMANDE.usager, criteres: CRITERES }, cle: cle() });
  const infirmiere = await porteDuProfil(maison, "infirmiere", []);
  expect(await infirmiere(LIRE, { id: besoin.id })).toMatchObject({ usager: { identite: { nomNaissance: NOM } } });
  const [lieu] = await deuxLieux(porteur, besoin.id);
  const [envoyee] = await infirmiere<{ emetteur: { structure: { nom: string } } }[]>(ORIENTER, {
    input: { besoinId: besoin.id, version: 1, mode: "SIMPLE", destinataires: [{ structureId: lieu }] },
    cle: cle(),
  });
  expect(envoyee?.emetteur.structure.nom).toMatch(/\w/);
});

describe("Le guide « Orienter quelqu'un sans dossier »", () => {
  const page = readFileSync(new URL("../../docs/guides/orienter-sans-dossier.md", import.meta.url), "utf8");
  const exemples = exemplesDe(page);
  let demander: ReturnType<typeof lecteurDExemples>;
  beforeAll(() => {
    demander = lecteurDExemples(maison);
  });

  it("a ses quatre exemples", () => {
    expect(exemples.map(({ langue }) => langue)).toEqual(["graphql", "graphql", "graphql", "graphql"]);
  });

  it.each(exemples)("dit vrai : exemple $rang", async (exemple) => {
    const corps = await demander(exemple);
    expect(corps).not.toHaveProperty("errors");
    expect(corps).toMatchObject((exemple.reponse ?? {}) as object);
  });
});
