import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
});
afterAll(() => banc.fermer());

describe("Une orientation", () => {
  it.each<[string, object, string, string]>([
    ["à personne", { destinataires: [] }, "BAD_USER_INPUT", "input.destinataires"],
    [
      "à deux dans un envoi simple",
      { mode: "SIMPLE", destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-2" }] },
      "BAD_USER_INPUT",
      "input.destinataires",
    ],
    [
      "deux fois au même",
      { mode: "DIFFUSION", destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-1" }] },
      "BAD_USER_INPUT",
      "input.destinataires",
    ],
    [
      "à plus de vingt",
      { mode: "DIFFUSION", destinataires: Array.from({ length: 21 }, (_, rang) => ({ structureId: `MSP-${rang}` })) },
      "BAD_USER_INPUT",
      "input.destinataires",
    ],
    [
      "à une structure inconnue",
      { destinataires: [{ structureId: "RIEN" }] },
      "NOT_FOUND",
      "input.destinataires[0].structureId",
    ],
    [
      "à une structure fermée",
      { destinataires: [{ structureId: "MSP-FERMEE" }] },
      "BAD_USER_INPUT",
      "input.destinataires[0].structureId",
    ],
    [
      "à une activité inconnue",
      { destinataires: [{ situationId: "RIEN" }] },
      "NOT_FOUND",
      "input.destinataires[0].situationId",
    ],
    ...["SITUATION-A-CONFIRMER", "SITUATION-FERMEE", "SITUATION-FINIE"].map(
      (situationId): [string, object, string, string] => [
        `à ${situationId}`,
        { destinataires: [{ situationId }] },
        "BAD_USER_INPUT",
        "input.destinataires[0].situationId",
      ],
    ),
    ...["DIFFUSION", "CASCADE"].map((mode): [string, object, string, string] => [
      `en ${mode} quand un lieu attend la personne`,
      { mode, destinataires: [{ structureId: "MSP-1" }, { situationId: "SITUATION-A-CONFIRMER" }] },
      "BAD_USER_INPUT",
      "input.destinataires[1].situationId",
    ]),
    [
      "à deux choses à la fois",
      { destinataires: [{ structureId: "MSP-1", equipeId: "EQUIPE-1" }] },
      "BAD_USER_INPUT",
      "input.destinataires[0]",
    ],
  ])("ne part pas %s", async (_cas, ecart, code, champ) => {
    const besoin = await ouvrirBesoin(banc.sousGraphe);
    const { errors } = await orienter(banc.sousGraphe, besoin, ["MSP-1"], ecart);
    expect(errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(
      await banc.sousGraphe.interroger(`select from parcours.orientation where besoin_id = '${besoin.id}'`),
    ).toEqual([]);
  });

  it.each(["DAC-B", "CPTS-1", "SAMU-1"])("ne part jamais vers %s pour un soin", async (structureId) => {
    const besoin = await ouvrirBesoin(banc.sousGraphe);
    const { errors } = await orienter(banc.sousGraphe, besoin, [structureId]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" });
  });

  it("va à une CPTS pour une mise en relation, si la personne est sans médecin traitant, et seulement alors", async () => {
    const vers = async (sansMedecinTraitant: string, structureId: string, nature: string) => {
      const besoin = await ouvrirBesoin(banc.sousGraphe, {
        ...saisie,
        profil: { ...saisie.profil, sansMedecinTraitant },
      });
      const { errors } = await orienter(banc.sousGraphe, besoin, [structureId], { nature });
      return errors?.[0]?.extensions?.code ?? "envoyée";
    };
    expect(await vers("OUI", "CPTS-1", "MISE_EN_RELATION")).toBe("envoyée");
    for (const [sansMedecin, structureId, nature] of [
      ["NON", "CPTS-1", "MISE_EN_RELATION"],
      ["INCONNU", "CPTS-1", "MISE_EN_RELATION"],
      ["OUI", "CPTS-1", "PRISE_EN_CHARGE"],
      ["OUI", "DAC-B", "MISE_EN_RELATION"],
      ["OUI", "SAMU-1", "MISE_EN_RELATION"],
    ] as const) {
      expect(await vers(sansMedecin, structureId, nature)).toBe("RULE_NOT_MET");
    }
  });

  it("ne remplace jamais le 15", async () => {
    const besoin = await ouvrirBesoin(banc.sousGraphe, { ...saisie, urgence: "VITALE" });
    const { errors } = await orienter(banc.sousGraphe, besoin, ["MSP-1"]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET", conditions: [{ code: "APPELER_LE_15" }] });
  });
});
