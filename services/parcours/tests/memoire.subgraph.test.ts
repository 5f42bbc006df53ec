import { countStatements } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annuaireDuCercle, inviter, KINE_ID } from "./cercles-de-test.ts";
import { classerPour, type PropositionLue, simulerBesoin } from "./classement-de-test.ts";
import { DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";
import { coordinatrice, ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirSousGraphe(annuaireDuCercle);
  await sousGraphe.publierCommunes([
    ["31555", "Toulouse", "31"],
    ["31069", "Blagnac", "31"],
  ]);
});
afterAll(() => sousGraphe.fermer());

/** Somebody who may simulate and is nobody's coordinator. */
const LECTEUR: Acteur = { ...coordinatrice, sub: "lecteur", profils: ["medecin-generaliste"] };

const classer = (id: string, structures: readonly string[], acteur?: Acteur) =>
  classerPour(sousGraphe, id, structures, acteur);
const simuler = (ecart: object = {}) => simulerBesoin(sousGraphe, ecart);
async function envoyer(structure: string, criteres: object = saisie): Promise<string> {
  const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe, criteres), [structure]);
  expect(errors).toBeUndefined();
  return (data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
}
async function repondre(
  mutation: string,
  id: string,
  version: number,
  structure: string,
  argument = "",
): Promise<void> {
  const { errors } = await sousGraphe.demander(
    `mutation($id: ID!, $cle: ID!) { ${mutation}(orientationId: $id, version: ${version}, cleIdempotence: $cle${argument}) { id } }`,
    { id, cle: cle() },
    destinataire(structure),
  );
  expect(errors).toBeUndefined();
}
const refuser = async (structure: string, motif: string, criteres: object = saisie): Promise<string> => {
  const id = await envoyer(structure, criteres);
  await repondre("refuser", id, 1, structure, `, motif: ${motif}`);
  return id;
};
const ecartee = ({ retenue, motifs }: PropositionLue) => (retenue ? null : motifs.map(({ code }) => code));

describe("Un refus agit sur le classement suivant, pour tous", () => {
  it("faute de place : 60 jours au plus, ou jusqu'à ce que l'on accepte", async () => {
    const id = await refuser("MSP-11", "CAPACITE_ATTEINTE");
    const besoin = await simuler();
    expect(ecartee((await classer(besoin, ["MSP-11", "MSP-12"]))("MSP-11"))).toContain("CAPACITE_ATTEINTE");
    expect((await classer(besoin, ["MSP-12"]))("MSP-12").retenue).toBe(true);
    await sousGraphe.interroger(
      `update parcours.orientation set mis_a_jour_le = now() - interval '60 days' where id = '${id}'`,
    );
    expect((await classer(besoin, ["MSP-11"]))("MSP-11").retenue).toBe(true);
    await refuser("MSP-11", "CAPACITE_ATTEINTE");
    await repondre("accepter", await envoyer("MSP-11"), 1, "MSP-11");
    expect((await classer(besoin, ["MSP-11"]))("MSP-11").retenue).toBe(true);
  });

  it("hors compétence : pour cet acte seulement", async () => {
    await refuser("MSP-13", "HORS_COMPETENCE");
    expect(ecartee((await classer(await simuler(), ["MSP-13"]))("MSP-13"))).toContain("HORS_COMPETENCE");
    const autre = await simuler({ actes: ["KINESITHERAPIE_SANS_PRESCRIPTION"] });
    expect((await classer(autre, ["MSP-13"]))("MSP-13").retenue).toBe(true);
  });

  it("hors territoire : pour cette commune seulement", async () => {
    await refuser("MSP-14", "HORS_TERRITOIRE");
    expect(ecartee((await classer(await simuler(), ["MSP-14"]))("MSP-14"))).toContain("HORS_TERRITOIRE");
    expect((await classer(await simuler({ codeInsee: "31069" }), ["MSP-14"]))("MSP-14").retenue).toBe(true);
  });

  it.each(["DEJA_SUIVI", "DOSSIER_INCOMPLET", "AUTRE"])("mais pas pour %s", async (motif) => {
    await refuser("MSP-15", motif);
    expect((await classer(await simuler(), ["MSP-15"]))("MSP-15").retenue).toBe(true);
  });
});

describe("La réactivité", () => {
  it("se lit à partir de cinq orientations closes, par les coordinateurs et par l'intéressé", async () => {
    const besoin = await simuler();
    const lue = async (acteur: Acteur) => (await classer(besoin, ["MSP-16"], acteur))("MSP-16");
    for (let rang = 0; rang < 4; rang += 1) {
      const id = await envoyer("MSP-16");
      await repondre("accepter", id, 1, "MSP-16");
      await repondre("terminer", id, 2, "MSP-16", ", issue: REALISEE");
    }
    expect((await lue(coordinatrice)).reactivite).toBeNull();
    await refuser("MSP-16", "AUTRE");
    await sousGraphe.interroger(
      "update parcours.orientation set repondue_le = envoyee_le + interval '6 hours' where structure_id = 'MSP-16'",
    );
    const attendue = { tauxAcceptation: 0.8, delaiMedianHeures: 6 };
    expect((await lue(coordinatrice)).reactivite).toEqual(attendue);
    expect((await lue(coordinatrice)).motifs.map(({ code }) => code)).toContain("REACTIVITE");
    expect((await lue({ ...LECTEUR, structures: ["MSP-16"] })).reactivite).toEqual(attendue);
    const autre = await lue({ ...LECTEUR, structures: ["MSP-1"] });
    expect(autre.reactivite).toBeNull();
    expect(autre.motifs.map(({ code }) => code)).not.toContain("REACTIVITE");
    await sousGraphe.interroger(
      "update parcours.orientation set envoyee_le = now() - interval '13 months' where structure_id = 'MSP-16'",
    );
    expect((await lue(coordinatrice)).reactivite).toBeNull();
  });

  it("ne compte ni ce que l'émetteur annule, ni ce qu'un autre emporte", async () => {
    for (let rang = 0; rang < 5; rang += 1) {
      const id = await envoyer("MSP-17");
      await sousGraphe.demander(
        'mutation($id: ID!, $cle: ID!) { annuler(orientationId: $id, version: 1, motif: "trouvé", cleIdempotence: $cle) { id } }',
        { id, cle: cle() },
        EQUIPE,
      );
    }
    expect((await classer(await simuler(), ["MSP-17"]))("MSP-17").reactivite).toBeNull();
  });
});

describe("Qui suit déjà la personne", () => {
  it("vient plus haut, pour le besoin de son dossier seulement, en deux lectures de plus à peine", async () => {
    const besoin = await ouvrirBesoin(sousGraphe);
    const dossier = await dossierDuBesoin(sousGraphe, besoin.id);
    await inviter(sousGraphe, dossier.id, { professionnelId: KINE_ID });
    await inviter(sousGraphe, dossier.id, { structureId: "MSP-18" });
    const { result: duDossier, statements } = await countStatements(() =>
      classer(besoin.id, ["MSP-18", "MSP-19"], EQUIPE),
    );
    // The need; then who acts, the memory, the circle, the treating doctor: whatever the number of candidates.
    expect(statements).toHaveLength(6);
    const simule = await classer(await simuler(), ["MSP-18"], EQUIPE);
    const codes = ({ motifs }: PropositionLue) => motifs.map(({ code }) => code);
    for (const suivi of ["SITUATION-KINE", "MSP-18"]) expect(codes(duDossier(suivi))).toContain("DEJA_AU_CERCLE");
    expect(codes(duDossier("MSP-19"))).not.toContain("DEJA_AU_CERCLE");
    expect(codes(simule("MSP-18"))).not.toContain("DEJA_AU_CERCLE");
  });

  it("compte le médecin traitant, que seul lit qui connaît la personne", async () => {
    const besoin = await ouvrirBesoin(sousGraphe);
    const dossier = await dossierDuBesoin(sousGraphe, besoin.id);
    const rectifier = (medecinTraitantId: string) =>
      sousGraphe.demander(
        "mutation($id: ID!, $version: Int!, $usager: UsagerInput!, $cle: ID!) { modifierUsager(parcoursId: $id, version: $version, usager: $usager, cleIdempotence: $cle) { usager { medecinTraitant { id } } } }",
        { ...dossier, usager: { ...DEMANDE.usager, medecinTraitantId }, cle: cle() },
        EQUIPE,
      );
    expect((await rectifier("889900000099")).errors?.[0]?.extensions).toMatchObject({
      code: "NOT_FOUND",
      champ: "usager.medecinTraitantId",
    });
    expect((await rectifier(KINE_ID)).data).toEqual({
      modifierUsager: { usager: { medecinTraitant: { id: KINE_ID } } },
    });
    expect((await classer(besoin.id, [], EQUIPE))("SITUATION-KINE").motifs.map(({ code }) => code)).toContain(
      "DEJA_AU_CERCLE",
    );
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { usager { trancheAge medecinTraitant { id } } } }",
      { id: dossier.id },
      DEMANDEUR,
    );
    expect(data).toMatchObject({ parcours: { usager: { medecinTraitant: null } } });
  });

  it("reste inconnu de qui simule", async () => {
    expect(ecartee((await classer(await simuler(), [], KINE))("SITUATION-KINE"))).toBeNull();
  });
});
