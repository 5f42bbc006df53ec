import { countStatements } from "@coordination/database";
import type { Motif } from "@coordination/vocabulaire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { medecin, msp, pharmacien, vaccination, vaccinationTropJeune } from "./exemples.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const SIMULER = "query Simuler($criteres: CriteresBesoinInput!) { simulerBesoin(criteres: $criteres) { id } }";
const PROPOSITIONS = `query Propositions($representations: [_Any!]!, $ecartees: Boolean! = false, $first: Int! = 20) {
  _entities(representations: $representations) {
    ... on Besoin {
      propositions(ecartees: $ecartees, first: $first) {
        elements {
          rang score retenue distanceKm
          destinataire { situation { id } structure { id } equipe { id } }
          possibilite { id }
          motifs { code libelle effet poids }
        }
        prealables { code libelle }
        sourcesIndisponibles tronque bareme
      }
    }
  }
}`;

interface PropositionsLues {
  readonly elements: readonly {
    readonly rang: number;
    readonly score: number;
    readonly retenue: boolean;
    readonly destinataire: Readonly<Record<"situation" | "structure" | "equipe", { readonly id: string } | null>>;
    readonly possibilite: { readonly id: string } | null;
    readonly motifs: readonly Motif[];
  }[];
  readonly prealables: readonly { readonly code: string; readonly libelle: string }[];
  readonly sourcesIndisponibles: readonly string[];
  readonly tronque: boolean;
  readonly bareme: string;
}

const saisie = {
  codeInsee: "31555",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  professions: ["10"],
  actes: ["VACCINATION_GRIPPE"],
  typesStructure: ["MSP"],
  rayonKm: 15,
  profil: { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "INCONNU" },
};

/** What the gateway brings with the reference, once the directory has answered. */
const apportees = {
  candidatsProfessionnels: { tronque: false, elements: [medecin("medecin"), pharmacien("pharmacien")] },
  candidatsStructures: { tronque: true, elements: [msp("msp")] },
  possibilites: [{ ...vaccination, equipes: [{ distanceKm: 1, equipe: { id: "equipe", structure: { id: "msp" } } }] }],
};

let parcours: SousGrapheDeTest;
beforeAll(async () => {
  parcours = await ouvrirAToulouse();
});
afterAll(() => parcours.fermer());

async function identifiant(criteres: object = saisie): Promise<string> {
  const { data } = await parcours.demander(SIMULER, { criteres });
  return (data?.simulerBesoin as { id: string } | undefined)?.id ?? "";
}

async function proposer(
  apport: object,
  { criteres = saisie, ...options }: { criteres?: object; ecartees?: boolean } = {},
): Promise<PropositionsLues> {
  const representations = [{ __typename: "Besoin", id: await identifiant(criteres), ...apport }];
  const { data, errors } = await parcours.demander(PROPOSITIONS, { representations, ...options });
  expect(errors).toBeUndefined();
  const [besoin] = (data?._entities ?? []) as { propositions: PropositionsLues }[];
  if (besoin === undefined) throw new Error("aucun besoin rendu");
  return besoin.propositions;
}

describe("Les propositions d'un besoin", () => {
  it("classent ce que la passerelle apporte, et nomment un seul destinataire par proposition", async () => {
    const { elements, tronque, sourcesIndisponibles, bareme } = await proposer(apportees);
    expect(elements.map(({ destinataire }) => Object.values(destinataire).filter((un) => un !== null))).toEqual([
      [{ id: "medecin" }],
      [{ id: "msp" }],
      [{ id: "equipe" }],
      [{ id: "pharmacien" }],
    ]);
    expect(elements.map(({ possibilite }) => possibilite?.id ?? null)).toEqual([
      null,
      null,
      vaccination.id,
      vaccination.id,
    ]);
    expect({ tronque, sourcesIndisponibles, bareme }).toEqual({
      tronque: true,
      sourcesIndisponibles: [],
      bareme: "2026-11-23.2",
    });
  });

  it("se souviennent de tous les candidats en une lecture", async () => {
    const id = await identifiant();
    const { statements } = await countStatements(() =>
      parcours.demander(PROPOSITIONS, { representations: [{ __typename: "Besoin", id, ...apportees }] }),
    );
    expect(statements).toHaveLength(2);
    expect(statements[0]).toMatch(/set_config/);
    expect(statements[1]).toMatch(/memoire_des_candidats/);
    const rien = await countStatements(() =>
      parcours.demander(PROPOSITIONS, { representations: [{ __typename: "Besoin", id }] }),
    );
    expect(rien.statements).toEqual([]);
  });

  it("montrent les écartés avec leur raison, si on les demande", async () => {
    const trop = { ...apportees, possibilites: [vaccinationTropJeune] };
    expect((await proposer(trop)).elements.every(({ retenue }) => retenue)).toBe(true);
    const ecarte = (await proposer(trop, { ecartees: true })).elements.at(-1);
    expect(ecarte).toMatchObject({ retenue: false, destinataire: { situation: { id: "pharmacien" } } });
    expect(ecarte?.motifs.filter(({ effet }) => effet === "EXCLUANT").map(({ libelle }) => libelle)).toEqual([
      "Vaccination par le pharmacien : 5 ans : en dessous de 11 ans",
    ]);
  });

  it.each([
    ["candidatsProfessionnels", "professionals"],
    ["candidatsStructures", "structures"],
    ["possibilites", "delegations"],
  ])("se passent de %s quand %s ne répond pas, et le disent", async (champ, source) => {
    const { elements, sourcesIndisponibles } = await proposer({ ...apportees, [champ]: null });
    expect(sourcesIndisponibles).toEqual([source]);
    expect(elements.length).toBeGreaterThan(0);
  });

  it("sont vides, sources toutes nommées, quand rien n'a pu être apporté", async () => {
    const { elements, sourcesIndisponibles } = await proposer({});
    expect(elements).toEqual([]);
    expect(sourcesIndisponibles).toEqual(["structures", "professionals", "delegations"]);
  });

  it("pour une urgence vitale : personne, et le 15 d'abord", async () => {
    const { elements, prealables } = await proposer(apportees, {
      criteres: { ...saisie, urgence: "VITALE" },
      ecartees: true,
    });
    expect(elements).toEqual([]);
    expect(prealables.map(({ code }) => code)).toEqual(["APPELER_LE_15"]);
    expect(prealables[0]?.libelle).toContain("appeler le 15");
  });

  it("pour la santé mentale : le 3114 d'abord, et la liste", async () => {
    const { elements, prealables } = await proposer(apportees, { criteres: { ...saisie, nature: "SANTE_MENTALE" } });
    expect(prealables[0]?.libelle).toContain("3114");
    expect(elements.length).toBeGreaterThan(0);
  });

  it("disent qu'un DAC demandé pour des soins ne soigne pas", async () => {
    const dac = {
      ...apportees,
      candidatsStructures: { tronque: false, elements: [msp("dac", { structure: { id: "dac", type: "DAC" } })] },
    };
    const { elements, prealables } = await proposer(dac, {
      criteres: { ...saisie, typesStructure: ["DAC"] },
      ecartees: true,
    });
    expect(elements.find(({ destinataire }) => destinataire.structure?.id === "dac")).toMatchObject({ retenue: false });
    expect(prealables.map(({ code }) => code)).toEqual(["DEMANDER_UN_APPUI"]);
  });

  it.each([0, 101])("refusent `first` à %i", async (first) => {
    const representations = [{ __typename: "Besoin", id: await identifiant(), ...apportees }];
    const { errors } = await parcours.demander(PROPOSITIONS, { representations, first });
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", champ: "first" } })]);
  });

  it("sont refusées sans identité, même avec tout ce qu'il faut pour classer", async () => {
    const representations = [{ __typename: "Besoin", id: await identifiant(), ...apportees }];
    const { data, errors } = await parcours.demander(PROPOSITIONS, { representations }, null);
    expect(data).toEqual({ _entities: [null] });
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: "UNAUTHENTICATED" } })]);
  });
});
