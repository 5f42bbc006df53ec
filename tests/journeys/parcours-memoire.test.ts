import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import {
  type Adresse,
  acteur,
  adressesPour,
  cle,
  coordinatriceDe,
  DEMANDE,
  ORIENTER,
  ouvrirDossier,
  pour,
  reussir,
} from "./parcours.fixture.ts";

let maison: MaisonDeTest;
let equipe: Acteur;
let lieu: Adresse;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
  equipe = await coordinatriceDe(maison);
  const { besoin } = await ouvrirDossier(maison, equipe);
  const [premier] = await adressesPour(maison, besoin.id, equipe);
  if (premier === undefined) throw new Error("the ranking proposed nobody");
  lieu = premier;
}, 180_000);
afterAll(() => maison.stop());

describe("La réactivité d'une structure de l'annuaire", () => {
  const lue = async (qui: Acteur | null) => {
    const question = `query Reactivite($id: ID!) { structure(id: $id) { nom reactivite { tauxAcceptation delaiMedianHeures } } }`;
    const id = "structureId" in lieu.destinataire ? lieu.destinataire.structureId : "";
    const appel = qui === null ? { acteur: null, requestId: "journey" } : pour(qui);
    const { data, errors } = await demander(maison, question, { id }, appel);
    expect(errors).toBeUndefined();
    const { nom, reactivite } = (data as { structure: { nom: string; reactivite: object | null } }).structure;
    expect(nom).toMatch(/\w/);
    return reactivite;
  };
  const coordinatrice = acteur("c", { profils: ["coordinatrice-dac"] });

  it("paraît sur sa fiche après cinq réponses, pour les coordinateurs et pour elle ; la fiche des autres reste entière", async () => {
    for (let fois = 0; fois < 5; fois += 1) {
      expect(await lue(coordinatrice)).toBeNull();
      const { besoin } = await ouvrirDossier(maison, equipe);
      const [envoyee] = await reussir<{ id: string }[]>(
        maison,
        ORIENTER,
        {
          input: { besoinId: besoin.id, version: besoin.version, mode: "SIMPLE", destinataires: [lieu.destinataire] },
          cle: cle(),
        },
        equipe,
      );
      await reussir(
        maison,
        "mutation Refuser($id: ID!, $cle: ID!) { rendu: refuser(orientationId: $id, version: 1, motif: AUTRE, cleIdempotence: $cle) { statut } }",
        { id: envoyee?.id, cle: cle() },
        lieu.qui,
      );
    }
    const attendue = { tauxAcceptation: 0, delaiMedianHeures: expect.any(Number) };
    expect(await lue(coordinatrice)).toEqual(attendue);
    expect(await lue(lieu.qui)).toEqual(attendue);
    for (const autre of [acteur("passant"), equipe, null]) expect(await lue(autre)).toBeNull();
  });
});

/** An MSP around, and one of its declared members. */
async function uneMaisonEtUnMembre(): Promise<{ msp: string; membre: string }> {
  const { edges } = await reussir<{
    edges: { node: { id: string; membres: { edges: { node: { membre: { id?: string } } }[] } } }[];
  }>(
    maison,
    `query Maisons($lieu: ProximiteInput!) { rendu: structures(filtre: { types: [MSP] }, proximite: $lieu, first: 50) { edges { node { id
       ... on Msp { membres(first: 20) { edges { node { membre { ... on Professionnel { id } } } } } } } } } }`,
    { lieu: { codeInsee: DEMANDE.codeInsee, rayonKm: 20 } },
    equipe,
  );
  const [trouvee] = edges.flatMap(({ node: { id: msp, membres } }) =>
    membres.edges.flatMap(({ node: { membre } }) => (membre.id === undefined ? [] : [{ msp, membre: membre.id }])),
  );
  if (trouvee === undefined) throw new Error("no MSP around has a declared member");
  return trouvee;
}

describe("La maison de santé du médecin traitant", () => {
  it("vient plus haut dans le besoin de sa patiente, et dans lui seul : l'annuaire dit qui en est membre", async () => {
    const { msp, membre } = await uneMaisonEtUnMembre();
    const motifsPour = async (besoinId: string) => {
      const { propositions } = await reussir<{
        propositions: {
          sourcesIndisponibles: string[];
          elements: { destinataire: { structure: { id: string } | null }; motifs: { code: string }[] }[];
        };
      }>(
        maison,
        "query Classer($id: ID!) { rendu: besoin(id: $id) { propositions(first: 100) { sourcesIndisponibles elements { destinataire { structure { id } } motifs { code } } } } }",
        { id: besoinId },
        equipe,
      );
      expect(propositions.sourcesIndisponibles).toEqual([]);
      return propositions.elements.find(({ destinataire }) => destinataire.structure?.id === msp)?.motifs ?? [];
    };
    const sienne = await ouvrirDossier(maison, equipe);
    const autre = await ouvrirDossier(maison, equipe);
    const usager = { ...DEMANDE.usager, sansMedecinTraitant: "NON", medecinTraitantId: membre };
    await reussir(
      maison,
      "mutation Rectifier($id: ID!, $usager: UsagerInput!, $cle: ID!) { rendu: modifierUsager(parcoursId: $id, version: 3, usager: $usager, cleIdempotence: $cle) { version } }",
      { id: sienne.id, usager, cle: cle() },
      equipe,
    );
    const duReseau = expect.objectContaining({ code: "RESEAU_DU_MEDECIN_TRAITANT" });
    expect(await motifsPour(sienne.besoin.id)).toContainEqual(duReseau);
    expect(await motifsPour(autre.besoin.id)).not.toContainEqual(duReseau);
    expect(await motifsPour(autre.besoin.id)).not.toEqual([]);
  });
});
