import { describe, expect, it } from "vitest";
import { medecin, msp, pharmacien, sources, vaccination, vaccinationTropJeune } from "../../tests/exemples.ts";
import { classerTout, element, ids, phrases } from "../../tests/lecture-classement.ts";

const PERIME = { libelle: "un créneau est libre (déclaration périmée, à confirmer)" };

describe("Les motifs de l'annuaire", () => {
  it("pèsent ce que dit notre barème, dans la part que dit l'annuaire", () => {
    const avecPublic = (id: string, poids: number) =>
      msp(id, { motifs: [{ code: "PUBLIC_PRIORITAIRE", effet: "FAVORABLE", poids }] });
    const classement = classerTout(
      sources({ structures: [avecPublic("entier", 1), avecPublic("moitie", 0.5), avecPublic("trop", 40)] }),
    );
    const poids = (id: string) =>
      element(classement, id).motifs.find(({ code }) => code === "PUBLIC_PRIORITAIRE")?.poids;
    expect([poids("entier"), poids("moitie"), poids("trop")]).toEqual([10, 5, 10]);
  });

  it("disent la disponibilité, et vieillissent", () => {
    const libre = (id: string, poids: number) =>
      medecin(id, { motifs: [{ code: "CRENEAU_LIBRE", effet: "FAVORABLE", poids, ...(poids < 1 ? PERIME : {}) }] });
    const sans = medecin("sans", { motifs: [{ code: "SANS_CRENEAU", effet: "DEFAVORABLE", poids: 1 }] });
    const classement = classerTout(
      sources({ professionnels: [sans, medecin("muet"), libre("perime", 0.5), libre("libre", 1)] }),
    );
    expect(ids(classement)).toEqual(["libre", "perime", "muet", "sans"]);
    expect(phrases(element(classement, "perime"))).toContain(PERIME.libelle);
    expect(phrases(element(classement, "libre"))).toContain("un créneau est libre");
  });

  it("ne redisent pas une exclusion que le classement détaille, et n'en perdent aucune", () => {
    const refuse = pharmacien("refuse", {
      retenu: false,
      motifs: [
        { code: "DELEGATION_NON", effet: "EXCLUANT", poids: 0 },
        { code: "EXIGENCE_NON_REMPLIE", effet: "EXCLUANT", poids: 0 },
      ],
    });
    const classement = classerTout(sources({ professionnels: [refuse], possibilites: [vaccinationTropJeune] }));
    const raisons = element(classement, "refuse").motifs.filter(({ effet }) => effet === "EXCLUANT");
    expect(raisons.map(({ libelle }) => libelle)).toEqual([
      "Vaccination par le pharmacien : 5 ans : en dessous de 11 ans",
      "ne remplit pas ce que le texte exige du professionnel",
    ]);
  });

  it("disent avec les mots de la source ce qui reste à confirmer, au poids du barème", () => {
    const libelle = "à confirmer avec lui : Formation à l'administration des vaccins (non déclarée à l'annuaire)";
    const aConfirmer = pharmacien("formation", {
      eligibilite: { verdict: "INCONNU" },
      motifs: [{ code: "A_CONFIRMER", libelle, effet: "DEFAVORABLE", poids: 1 }],
    });
    const classement = classerTout(sources({ professionnels: [aConfirmer], possibilites: [vaccination] }));
    expect(element(classement, "formation").motifs).toContainEqual(
      expect.objectContaining({ code: "A_CONFIRMER", libelle, poids: -15 }),
    );
  });

  it("ne comptent pas deux fois ce que le classement mesure lui-même", () => {
    const classement = classerTout(
      sources({ structures: [msp("msp", { motifs: [{ code: "TYPE_DEMANDE", effet: "FAVORABLE", poids: 1 }] })] }),
    );
    expect(element(classement, "msp").motifs.map(({ code }) => code)).toEqual(["STRUCTURE_DEMANDEE", "PROXIMITE"]);
  });

  it("inconnus ici, se montrent sans peser, ou excluent s'ils excluaient", () => {
    const classement = classerTout(
      sources({
        professionnels: [
          medecin("nouveau", { motifs: [{ code: "MOTIF_D_UNE_AUTRE_VERSION", effet: "FAVORABLE", poids: 1 }] }),
          medecin("exclu", { motifs: [{ code: "MOTIF_D_UNE_AUTRE_VERSION", effet: "EXCLUANT", poids: 0 }] }),
          medecin("ecarte", { retenu: false }),
        ],
      }),
    );
    expect(element(classement, "nouveau").motifs).toContainEqual({
      code: "MOTIF_D_UNE_AUTRE_VERSION",
      libelle: "signalé par l'annuaire : motif d une autre version",
      effet: "FAVORABLE",
      poids: 0,
    });
    expect(element(classement, "exclu").retenue).toBe(false);
    expect(phrases(element(classement, "ecarte"))).toContain("écarté par l'annuaire");
  });
});
