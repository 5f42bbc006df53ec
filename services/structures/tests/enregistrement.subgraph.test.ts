import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, ESP, MSP_ELIGIBLE } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const enregistrer = mutation(() => annuaire, "enregistrerStructure", {
  signature: "$input: EnregistrerStructureInput!",
  champs: `id __typename nom type finess statutJuridique fermeeLe adresse { lignes codePostal ville } commune { nom }
    position { precision } provenance { source millesime } estCibleDeSoins
    ... on Cpts { phase phases { phase depuis source } missions } ... on Medicobus { statut vague publicsPrioritaires }`,
});
const SAMU = { type: "SAMU", nom: "SAMU de l'Ain", codeInsee: "01053", source: "ARS" };
const id = (reponse: { resultat: Record<string, unknown> | null }) => String(reponse.resultat?.id);
const aPublier = () =>
  annuaire.ecrire(async (client) => {
    const { rows } = await client.query("select structure_id from structures.structure_a_publier order by depuis");
    return rows.map(({ structure_id }) => structure_id);
  });

describe("enregistrerStructure", () => {
  it("crée ce que FINESS ne décrit pas, au centre de sa commune, et le fait publier", async () => {
    const creee = await enregistrer({ input: { ...SAMU, adresse: "900 route de Paris" } }, AGENCE);
    expect(creee.resultat).toMatchObject({
      __typename: "AutreStructure",
      type: "SAMU",
      finess: null,
      adresse: { lignes: ["900 route de Paris"], codePostal: "01000", ville: "Bourg-en-Bresse" },
      commune: { nom: "Bourg-en-Bresse" },
      position: { precision: "COMMUNE" },
      provenance: { source: "ARS", millesime: "2026-11-22" },
      estCibleDeSoins: false,
    });
    expect(await aPublier()).toContain(id(creee));
    const { structures } = await annuaire.demander<{ structures: { edges: { node: { id: string } }[] } }>(
      '{ structures(recherche: "samu ain", first: 5) { edges { node { id } } } }',
    );
    expect(structures.edges.map(({ node }) => node.id)).toContain(id(creee));
  });

  it("met à jour ce qui est donné, ferme sans effacer, et garde le reste", async () => {
    const creee = await enregistrer(
      {
        input: {
          ...SAMU,
          type: "MEDICOBUS",
          statutMedicobus: "LAUREAT",
          vague: 2,
          publicsPrioritaires: ["ENFANT"],
          adresse: "garage",
        },
      },
      AGENCE,
    );
    expect(creee.resultat).toMatchObject({ statut: "LAUREAT", vague: 2, publicsPrioritaires: ["ENFANT"] });
    const suite = {
      id: id(creee),
      type: "MEDICOBUS",
      nom: "Médicobus du Revermont",
      codeInsee: "01034",
      source: "ARS",
    };
    const modifiee = await enregistrer(
      { input: { ...suite, statutMedicobus: "ARRETE", fermeeLe: "2026-11-01" } },
      AGENCE,
    );
    expect(modifiee.resultat).toMatchObject({
      id: id(creee),
      nom: "Médicobus du Revermont",
      commune: { nom: "Belley" },
      adresse: { lignes: ["garage"] },
      statut: "ARRETE",
      vague: 2,
      publicsPrioritaires: ["ENFANT"],
      fermeeLe: "2026-11-01",
    });
    expect((await enregistrer({ input: suite }, AGENCE)).resultat).toMatchObject({ fermeeLe: "2026-11-01" });
    expect((await enregistrer({ input: { ...suite, rouverte: true } }, AGENCE)).resultat).toMatchObject({
      fermeeLe: null,
    });
  });

  it("déclare d'une structure de FINESS ce que FINESS ne dit pas", async () => {
    const cpts = { id: CPTS_BOURG, type: "CPTS", nom: "CPTS DU BASSIN BURGIEN", codeInsee: "01053", source: "ARS" };
    const { resultat } = await enregistrer(
      { input: { ...cpts, statutJuridique: "ASSOCIATION_LOI_1901", phase: "EN_FONCTIONNEMENT" } },
      AGENCE,
    );
    expect(resultat).toMatchObject({
      statutJuridique: "ASSOCIATION_LOI_1901",
      phase: "EN_FONCTIONNEMENT",
      missions: ["PREVENTION"],
      provenance: { source: "FINESS" },
    });
    const { erreur } = await enregistrer({ input: { ...cpts, nom: "CPTS rebaptisée" } }, AGENCE);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.nom" });
  });

  it("laisse la phase inconnue quand seules les missions sont déclarées", async () => {
    const cpts = {
      type: "CPTS",
      nom: "CPTS en projet",
      codeInsee: "01053",
      missionsCpts: ["PREVENTION"],
      source: "ARS",
    };
    expect((await enregistrer({ input: cpts }, AGENCE)).resultat).toMatchObject({
      phase: null,
      missions: ["PREVENTION"],
    });
  });

  it("date les phases d'une CPTS, garde les précédentes et corrige celle du même jour", async () => {
    const cpts = { type: "CPTS", nom: "CPTS du Revermont", codeInsee: "01034", source: "ARS" };
    const creee = await enregistrer({ input: { ...cpts, phase: "EMERGENCE", phaseDepuis: "2023-01-15" } }, AGENCE);
    const dire = async (ecart: object) => {
      const { resultat } = await enregistrer({ input: { ...cpts, id: id(creee), ...ecart } }, AGENCE);
      return (resultat as { phases: { phase: string; depuis: string }[] }).phases.map(
        ({ phase, depuis }) => `${phase} ${depuis}`,
      );
    };
    const [emergence, fonctionnement] = ["EMERGENCE 2023-01-15", "EN_FONCTIONNEMENT 2025-03-01"];
    await dire({ phase: "EN_VALIDATION", phaseDepuis: "2025-03-01" });
    expect(await dire({ phase: "EN_FONCTIONNEMENT", phaseDepuis: "2025-03-01" })).toEqual([emergence, fonctionnement]);
    expect(await dire({ phase: "EN_FONCTIONNEMENT" })).toEqual([emergence, fonctionnement]);
    expect(await dire({ phase: "DISSOUTE" })).toEqual([emergence, fonctionnement, "DISSOUTE 2026-11-22"]);
    const { structure } = await annuaire.demander<{ structure: object }>(
      `query($id: ID) { structure(id: $id) { ... on Cpts {
        phase avant: phase(le: "2023-01-14") premiere: phase(le: "2025-02-28") seconde: phase(le: "2025-03-01") } } }`,
      { id: id(creee) },
    );
    expect(structure).toEqual({ phase: "DISSOUTE", avant: null, premiere: "EMERGENCE", seconde: "EN_FONCTIONNEMENT" });
  });

  it("rejouée ne crée pas deux structures, et refuse une autre demande sous la même clé", async () => {
    const cle = "creation-du-samu";
    const premiere = await enregistrer({ input: SAMU }, AGENCE, cle);
    expect(id(await enregistrer({ input: SAMU }, AGENCE, cle))).toBe(id(premiere));
    const { erreur } = await enregistrer({ input: { ...SAMU, nom: "Autre" } }, AGENCE, cle);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
  });

  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["une agence sans la portée d'écriture", LECTEUR, "FORBIDDEN"],
    ["qui n'est pas une agence", agissantPour(ESP), "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    expect((await enregistrer({ input: SAMU }, acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, string, object]>([
    ["input.codeInsee", "BAD_USER_INPUT", { codeInsee: "01999" }],
    ["input.nom", "BAD_USER_INPUT", { nom: "" }],
    ["input.phase", "BAD_USER_INPUT", { phase: "EMERGENCE" }],
    ["input.phaseDepuis", "BAD_USER_INPUT", { type: "CPTS", phaseDepuis: "2025-01-01" }],
    ["input.phaseDepuis", "BAD_USER_INPUT", { type: "CPTS", phase: "EMERGENCE", phaseDepuis: "2026-11-23" }],
    ["input.statutMedicobus", "BAD_USER_INPUT", { statutMedicobus: "CANDIDAT" }],
    ["input.vague", "BAD_USER_INPUT", { type: "MEDICOBUS", vague: 0 }],
    ["input.fermeeLe", "BAD_USER_INPUT", { fermeeLe: "2026-11-23" }],
    ["input.rouverte", "BAD_USER_INPUT", { rouverte: true, fermeeLe: "2026-11-01" }],
    ["input.id", "NOT_FOUND", { id: "inconnue" }],
    ["input.type", "BAD_USER_INPUT", { id: MSP_ELIGIBLE }],
  ])("nomme le champ faux : %s", async (champ, code, ecart) => {
    expect((await enregistrer({ input: { ...SAMU, ...ecart } }, AGENCE)).erreur).toMatchObject({ code, champ });
  });
});
