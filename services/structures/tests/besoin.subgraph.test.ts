import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import {
  CENTRE_VILLEURBANNE,
  CPTS_BOURG,
  DAC_AIN,
  ESP,
  MEDICOBUS,
  MSP_ELIGIBLE,
  MSP_SANS_DECLARATION,
  peupler,
  SAS_AIN,
} from "./donnees-de-test.ts";

interface Candidat {
  structure: { id: string };
  retenu: boolean;
  distanceKm: number;
  complementaire: boolean;
  motifs: { code: string; effet: string; poids: number; libelle: string }[];
}

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
});
afterAll(() => annuaire.fermer());

const CRITERES = {
  codeInsee: "01344",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  typesStructure: ["MSP"],
  categories: [],
  rayonKm: 15,
  modalites: [],
  profil: { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "INCONNU" },
};

const candidats = async (ecart: object | null, arguments_ = "") => {
  const besoin = { __typename: "Besoin", id: "opaque", criteres: ecart === null ? null : { ...CRITERES, ...ecart } };
  const { _entities } = await annuaire.demander<{
    _entities: { candidatsStructures: { tronque: boolean; elements: Candidat[] } | null }[];
  }>(
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on Besoin { candidatsStructures${arguments_} {
      tronque elements { structure { __typename id } retenu distanceKm complementaire motifs { code effet poids libelle } } } } } }`,
    { r: [besoin] },
  );
  return _entities[0]?.candidatsStructures ?? null;
};
const idsDe = (liste: { elements: Candidat[] } | null) => liste?.elements.map(({ structure }) => structure.id);
const codesDe = (candidat: Candidat | undefined) => candidat?.motifs.map(({ code }) => code);

describe("Les structures candidates d'un besoin", () => {
  it("sont celles du type demandé, dans le rayon, les plus proches d'abord", async () => {
    const liste = await candidats({});
    expect(idsDe(liste)).toEqual([MSP_ELIGIBLE]);
    expect(liste?.elements[0]).toMatchObject({ retenu: true, complementaire: false });
    expect(liste?.elements[0]?.distanceKm).toBeCloseTo(2.31, 2);
    expect(codesDe(liste?.elements[0])).toEqual(["TYPE_DEMANDE", "POSITION_APPROCHEE"]);
    expect(idsDe(await candidats({ rayonKm: 100, typesStructure: ["MSP", "CENTRE_DE_SANTE", "ESP"] }))).toEqual([
      MSP_ELIGIBLE,
      CENTRE_VILLEURBANNE,
      ESP,
      MSP_SANS_DECLARATION,
    ]);
  });

  it("viennent aussi par la catégorie demandée, une fois chacune", async () => {
    const liste = await candidats({ typesStructure: ["MSP"], categories: ["603", "648"] });
    expect(idsDe(liste)).toEqual([MSP_ELIGIBLE, SAS_AIN]);
    expect(codesDe(liste?.elements[1])).toContain("CATEGORIE_DEMANDEE");
  });

  it("se limitent à « premiers », et disent s'il y en avait d'autres", async () => {
    const criteres = { rayonKm: 100, typesStructure: ["MSP", "CENTRE_DE_SANTE", "ESP"] };
    const trois = await candidats(criteres, "(premiers: 3)");
    expect(trois).toMatchObject({ tronque: true });
    expect(trois?.elements).toHaveLength(3);
    expect(await candidats(criteres, "(premiers: 4)")).toMatchObject({ tronque: false });
  });

  it("ne comptent jamais de DAC ni de CPTS pour un soin ; demandés, ils sont rendus écartés", async () => {
    const criteres = { typesStructure: ["DAC", "CPTS", "MSP"] };
    expect(idsDe(await candidats(criteres))).toEqual([MSP_ELIGIBLE]);
    const liste = await candidats(criteres, "(ecartes: true)");
    expect(liste?.elements.map(({ structure, retenu }) => [structure.id, retenu])).toEqual([
      [MSP_ELIGIBLE, true],
      [DAC_AIN, false],
      [CPTS_BOURG, false],
    ]);
    expect(liste?.elements[1]?.motifs).toEqual([
      {
        code: "CIBLE_NON_SOIGNANTE",
        effet: "EXCLUANT",
        poids: 0,
        libelle: "Un DAC, une CPTS ou un SAMU ne reçoit pas d'orientation de soins",
      },
    ]);
  });

  it("comptent le DAC pour un besoin social", async () => {
    const liste = await candidats({ nature: "SOCIAL", typesStructure: ["DAC"] });
    expect(liste?.elements).toMatchObject([{ structure: { id: DAC_AIN }, retenu: true }]);
  });

  it("finissent par le SAS du département quand aucune ne répond à un soin pressant, en deux requêtes SQL", async () => {
    const { result, statements } = await countStatements(() =>
      candidats({ codeInsee: "01034", rayonKm: 1, typesStructure: ["PHARMACIE"] }),
    );
    expect(statements).toHaveLength(2);
    expect(idsDe(result)).toEqual([SAS_AIN]);
    expect(result?.elements[0]).toMatchObject({ retenu: true, complementaire: true });
    expect(codesDe(result?.elements[0])).toEqual(["DERNIER_RECOURS"]);
    expect(idsDe(await candidats({ codeInsee: "01034", rayonKm: 1, typesStructure: [] }))).toEqual([SAS_AIN]);
    expect(idsDe(await candidats({ codeInsee: "01034", rayonKm: 1, typesStructure: ["MSP"] }))).toEqual([
      MSP_SANS_DECLARATION,
    ]);
  });

  it("comptent en complément le médicobus qui passera dans le rayon sous trente jours", async () => {
    const liste = await candidats({ typesStructure: ["MSP", "MEDICOBUS"] });
    const bus = liste?.elements.find(({ structure }) => structure.id === MEDICOBUS);
    expect(bus).toMatchObject({ retenu: true, complementaire: true, distanceKm: 0 });
    expect(codesDe(bus)).toEqual(["TYPE_DEMANDE", "PASSAGE_PREVU", "PUBLIC_PRIORITAIRE"]);
    expect(bus?.motifs[1]?.libelle).toBe("Passe à Saint-Denis-lès-Bourg le 2026-11-25");
    expect(
      idsDe(await candidats({ codeInsee: "01034", typesStructure: ["MEDICOBUS"], urgence: "PROGRAMMEE" })),
    ).toEqual([]);
    expect(idsDe(await candidats({ typesStructure: [], modalites: ["ALLER_VERS"] }))).toEqual([MEDICOBUS]);
  });

  it("sont aucune pour une urgence vitale, ou sans type ni catégorie quand rien ne presse", async () => {
    expect(await candidats({ urgence: "VITALE" })).toEqual({ elements: [], tronque: false });
    expect(await candidats({ typesStructure: [], urgence: "PROGRAMMEE" })).toEqual({ elements: [], tronque: false });
  });

  it("ne sont rien quand les critères manquent, et « premiers » est borné", async () => {
    expect(await candidats(null)).toBeNull();
    await expect(candidats({}, "(premiers: 201)")).rejects.toThrow("premiers");
  });

  it("coûtent une seule requête SQL, quel que soit leur nombre", async () => {
    for (const criteres of [
      {},
      { rayonKm: 100, typesStructure: ["MSP", "ESP", "MEDICOBUS", "PHARMACIE", "CENTRE_DE_SANTE"] },
    ]) {
      const { statements } = await countStatements(() => candidats(criteres, "(ecartes: true)"));
      expect(statements).toHaveLength(1);
    }
  });
});
