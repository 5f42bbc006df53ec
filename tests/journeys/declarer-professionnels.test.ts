import { randomUUID } from "node:crypto";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";

const QUELQU_UN: Acteur = {
  sub: "quelqu-un",
  rpps: null,
  structures: [],
  profils: [],
  scopes: ["annuaire:ecrire"],
  clientId: "test",
};

let maison: MaisonDeTest;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
}, 180_000);
afterAll(() => maison.stop());

const en = (acteur: Acteur | null) => ({ acteur, requestId: "journey" });

/** What the journey knows of a general practitioner of the demonstration, member of a CPTS and of an MSP. */
interface Medecin {
  readonly id: string;
  readonly qualites: { code: string }[];
  readonly adhesions: { groupement: { id: string; __typename: string } }[];
  readonly situations: {
    id: string;
    structure: { id: string } | null;
    boitesAuxLettres: { adresse: string; type: string }[] | null;
    disponibilite: { etat: string; source: string | null; perimee: boolean };
  }[];
}

async function lireMedecin(acteur: Acteur | null): Promise<Medecin> {
  const texte = `query Lire { professionnels(recherche: "basile orcival", first: 1) { edges { node {
    id qualites { code } adhesions { groupement { __typename id } }
    situations { id structure { id } boitesAuxLettres { adresse type } disponibilite { etat source perimee } }
  } } } }`;
  const { data, errors } = await demander(maison, texte, {}, en(acteur));
  expect(errors).toBeUndefined();
  const [edge] = (data as { professionnels: { edges: { node: Medecin }[] } }).professionnels.edges;
  if (edge === undefined) throw new Error("Le médecin de la démonstration est introuvable.");
  return edge.node;
}

const idDuGroupement = ({ adhesions }: Medecin, type: string): string =>
  adhesions.find(({ groupement }) => groupement.__typename === type)?.groupement.id ?? "";

async function declarerDisponibilite(acteur: Acteur, situationId: string, etat: string) {
  const texte = `mutation Declarer($input: DeclarerDisponibiliteInput!, $cle: ID!) {
    declarerDisponibilite(input: $input, cleIdempotence: $cle) { id disponibilite { etat source perimee } }
  }`;
  const input = {
    situationId,
    etat,
    nouveauxPatients: "OUI",
    medecinTraitant: "OUI",
    soinsNonProgrammes: "NON",
    expireLe: new Date(Date.now() + 86_400_000).toISOString(),
    source: "Sa CPTS",
  };
  return demander(maison, texte, { input, cle: randomUUID() }, en(acteur));
}

describe("Une CPTS déclare pour un de ses membres", () => {
  it("que l'annuaire des structures connaît, et tout le monde le lit", async () => {
    const medecin = await lireMedecin(null);
    const [situation] = medecin.situations;
    const saCpts = { ...QUELQU_UN, structures: [idDuGroupement(medecin, "Cpts")] };
    const { data, errors } = await declarerDisponibilite(saCpts, situation?.id ?? "", "EVALUATION_NECESSAIRE");
    expect(errors).toBeUndefined();
    const disponibilite = { etat: "EVALUATION_NECESSAIRE", source: "Sa CPTS", perimee: false };
    expect(data).toMatchObject({ declarerDisponibilite: { id: situation?.id, disponibilite } });
    expect((await lireMedecin(null)).situations[0]?.disponibilite).toEqual(disponibilite);
  });

  it("et une CPTS dont il n'est pas membre ne le peut pas", async () => {
    const [situation] = (await lireMedecin(null)).situations;
    const { errors } = await declarerDisponibilite(
      { ...QUELQU_UN, structures: ["1690000000"] },
      situation?.id ?? "",
      "SANS_CRENEAU",
    );
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect((await lireMedecin(null)).situations[0]?.disponibilite.etat).toBe("EVALUATION_NECESSAIRE");
  });
});

describe("Un professionnel authentifié", () => {
  it("lit les boîtes MSSanté d'un confrère, que le public ne voit pas", async () => {
    expect((await lireMedecin(null)).situations[0]?.boitesAuxLettres).toBeNull();
    const { situations, qualites } = await lireMedecin({ ...QUELQU_UN, rpps: "89900000103", scopes: [] });
    expect(situations[0]?.boitesAuxLettres?.map(({ type }) => type)).toContain("ORGANISATIONNELLE");
    expect(qualites.map(({ code }) => code)).toContain("MAITRE_DE_STAGE");
  });
});

describe("Des spécialistes consultent hors de leur site", () => {
  it("et la maison de santé qui les accueille les montre parmi les siens", async () => {
    const msp = idDuGroupement(await lireMedecin(null), "Msp");
    const texte = `query Lire($id: ID) { structure(id: $id) { professionnels(first: 50) { edges {
      situation { nature modalites depuis provenance { source } }
    } } } }`;
    const { data, errors } = await demander(maison, texte, { id: msp }, en(null));
    expect(errors).toBeUndefined();
    const { edges } = (data as { structure: { professionnels: { edges: { situation: { nature: string } }[] } } })
      .structure.professionnels;
    const avancees = edges.filter(({ situation }) => situation.nature === "CONSULTATION_AVANCEE");
    expect(avancees).toHaveLength(6);
    expect(avancees[0]?.situation).toMatchObject({ modalites: ["SUR_SITE", "TELEEXPERTISE"], depuis: "2024-09-01" });
  });
});
