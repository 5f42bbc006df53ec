import type { Acteur } from "@coordination/server-kit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AUTRE_EQUIPE, EQUIPE, LECTEUR } from "./dossiers-de-test.ts";
import { annuaireDesDestinataires, cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires);
});
afterEach(() => sousGraphe.interroger("delete from parcours.delai_du_dac"));
afterAll(() => sousGraphe.fermer());

const CHAMPS = "urgence heures joursOuvres ajuste";
const ajuster = (delais: readonly object[], acteur: Acteur = EQUIPE, dacId = "DAC-A", aBlanc = false) =>
  sousGraphe.demander(
    `mutation($dacId: ID!, $delais: [DelaiDeReponseInput!]!, $cle: ID!, $aBlanc: Boolean!) { delais: ajusterDelais(dacId: $dacId, delais: $delais, cleIdempotence: $cle, aBlanc: $aBlanc) { ${CHAMPS} } }`,
    { dacId, delais, cle: cle(), aBlanc },
    acteur,
  );
const lire = async (dacId = "DAC-A") =>
  (
    await sousGraphe.demander(
      `query($dacId: ID!) { delais: delaisDeReponse(dacId: $dacId) { ${CHAMPS} } }`,
      { dacId },
      EQUIPE,
    )
  ).data?.delais;
const DE_LA_TABLE = [
  { urgence: "SOUS_24_H", heures: 4, joursOuvres: null, ajuste: false },
  { urgence: "SOUS_72_H", heures: 24, joursOuvres: null, ajuste: false },
  { urgence: "SOUS_15_JOURS", heures: null, joursOuvres: 3, ajuste: false },
  { urgence: "PROGRAMMEE", heures: null, joursOuvres: 10, ajuste: false },
];
const UNE_HEURE_MS = 3_600_000;
interface Envoyee {
  readonly id: string;
  readonly envoyeeLe: string;
  readonly repondreAvant: string;
}
const heuresDe = ({ envoyeeLe, repondreAvant }: Envoyee): number =>
  (Date.parse(repondreAvant) - Date.parse(envoyeeLe)) / UNE_HEURE_MS;
async function voir(structureId: string): Promise<Envoyee | undefined> {
  const { data } = await sousGraphe.demander(
    "{ boiteOrientations(sens: RECUES, first: 50) { edges { node { id envoyeeLe repondreAvant } } } }",
    {},
    destinataire(structureId),
  );
  return (data as { boiteOrientations: { edges: { node: Envoyee }[] } }).boiteOrientations.edges.at(-1)?.node;
}
async function envoyer(structures: readonly string[], ecart: object = {}): Promise<Envoyee> {
  const { errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe, saisie), structures, ecart);
  expect(errors).toBeUndefined();
  const envoyee = await voir(structures[0] ?? "");
  if (envoyee === undefined) throw new Error("nothing was sent");
  return envoyee;
}

describe("Les délais de réponse d'un DAC", () => {
  it("sont ceux de la table tant qu'il n'en fixe pas, et les siens ensuite, urgence par urgence", async () => {
    expect(await lire()).toEqual(DE_LA_TABLE);
    const ajustes = [
      { urgence: "SOUS_24_H", heures: 2, joursOuvres: null, ajuste: true },
      DE_LA_TABLE[1],
      { urgence: "SOUS_15_JOURS", heures: null, joursOuvres: 5, ajuste: true },
      DE_LA_TABLE[3],
    ];
    const demandes = [
      { urgence: "SOUS_15_JOURS", joursOuvres: 5 },
      { urgence: "SOUS_24_H", heures: 2 },
    ];
    expect(await ajuster(demandes, EQUIPE, "DAC-A", true)).toEqual({ data: { delais: ajustes } });
    expect(await lire()).toEqual(DE_LA_TABLE);
    expect(await ajuster(demandes)).toEqual({ data: { delais: ajustes } });
    expect(await lire()).toEqual(ajustes);
    expect(await lire("DAC-B")).toEqual(DE_LA_TABLE);
  });

  it("valent pour ce qu'il envoie ensuite, jusqu'au dernier de la cascade, et pas pour ce qui est envoyé", async () => {
    expect(heuresDe(await envoyer(["MSP-21"]))).toBe(24);
    await ajuster([{ urgence: "SOUS_72_H", heures: 12 }]);
    expect(heuresDe((await voir("MSP-21")) as Envoyee)).toBe(24);
    const premiere = await envoyer(["MSP-22", "MSP-23"], { mode: "CASCADE" });
    expect(heuresDe(premiere)).toBe(12);
    const refus = await sousGraphe.demander(
      "mutation($id: ID!, $cle: ID!) { refuser(orientationId: $id, version: 1, motif: AUTRE, cleIdempotence: $cle) { statut } }",
      { id: premiere.id, cle: cle() },
      destinataire("MSP-22"),
    );
    expect(refus.errors).toBeUndefined();
    expect(heuresDe((await voir("MSP-23")) as Envoyee)).toBe(12);
  });

  it.each<[string, readonly object[], string]>([
    ["rien", [], "delais"],
    ["une urgence vitale", [{ urgence: "VITALE", heures: 1 }], "delais[0]"],
    ["zéro heure", [{ urgence: "SOUS_24_H", heures: 0 }], "delais[0]"],
    ["plus de 24 heures sous 24 heures", [{ urgence: "SOUS_24_H", heures: 25 }], "delais[0]"],
    ["plus de 72 heures sous 72 heures", [{ urgence: "SOUS_72_H", heures: 73 }], "delais[0]"],
    ["plus de 10 jours sous 15 jours", [{ urgence: "SOUS_15_JOURS", joursOuvres: 11 }], "delais[0]"],
    ["plus de 30 jours", [{ urgence: "PROGRAMMEE", joursOuvres: 31 }], "delais[0]"],
    ["des jours pour ce qui se compte en heures", [{ urgence: "SOUS_24_H", joursOuvres: 1 }], "delais[0]"],
    ["des heures et des jours", [{ urgence: "SOUS_24_H", heures: 4, joursOuvres: 1 }], "delais[0]"],
    [
      "deux fois la même urgence",
      [
        { urgence: "SOUS_24_H", heures: 4 },
        { urgence: "SOUS_24_H", heures: 3 },
      ],
      "delais[1].urgence",
    ],
  ])("ne peuvent pas être %s", async (_cas, delais, champ) => {
    expect((await ajuster(delais)).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
    expect(await lire()).toEqual(DE_LA_TABLE);
  });

  it("vont jusqu'aux bornes comprises", async () => {
    const bornes = [
      { urgence: "SOUS_24_H", heures: 24 },
      { urgence: "SOUS_72_H", heures: 1 },
      { urgence: "SOUS_15_JOURS", joursOuvres: 10 },
      { urgence: "PROGRAMMEE", joursOuvres: 30 },
    ];
    expect((await ajuster(bornes)).errors).toBeUndefined();
  });

  it("ne se fixent que pour son propre DAC, avec la portée d'écrire, et pour un DAC", async () => {
    const delais = [{ urgence: "SOUS_24_H", heures: 2 }];
    for (const acteur of [AUTRE_EQUIPE, LECTEUR]) {
      expect((await ajuster(delais, acteur)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
    const uneMsp = { ...EQUIPE, structures: ["MSP-1"] };
    expect((await ajuster(delais, uneMsp, "MSP-1")).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "dacId",
    });
    expect(await lire()).toEqual(DE_LA_TABLE);
  });
});
