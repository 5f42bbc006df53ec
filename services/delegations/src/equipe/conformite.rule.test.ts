import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { lireCatalogue } from "../catalogue/catalogue.ts";
import { DOSSIER_DU_PROJET, lireDossierCatalogue } from "../catalogue/fichiers.ts";
import { nomenclaturesNationales } from "../catalogue/nomenclatures.ts";
import { conformiteDeLEquipe, type EquipeJugee, type MembreJuge } from "./conformite.rule.ts";

const { delegations } = lireCatalogue(lireDossierCatalogue(DOSSIER_DU_PROJET), nomenclaturesNationales);
const delegation = (code: string) => {
  const trouvee = delegations.findLast((une) => une.code === code);
  if (trouvee === undefined) throw new Error(`fiche ${code} absente`);
  return trouvee;
};

const membre = (
  role: MembreJuge["role"],
  profession: string,
  { savoirFaire = [], formee = null }: { savoirFaire?: string[]; formee?: string | null } = {},
): MembreJuge => ({ role, exercices: { professions: [profession], savoirFaire }, formationAttesteeLe: formee });

const GENERALISTE = membre("DELEGANT", "10", { savoirFaire: ["SM54"] });
const INFIRMIERE = membre("DELEGUE", "60", { formee: "2026-01-01" });
const toutJuste: EquipeJugee = {
  le: "2026-11-22",
  declareeLe: "2026-11-22",
  finieLe: null,
  typeStructure: "MSP",
  membres: [GENERALISTE, INFIRMIERE],
};

describe("Une équipe du protocole odynophagie", () => {
  const juger = (ecart: Partial<EquipeJugee>) =>
    appliquer(conformiteDeLEquipe(delegation("D01")), { ...toutJuste, ...ecart });

  it("est conforme avec un généraliste, une infirmière formée, dans une MSP", () => {
    expect(juger({}).verdict).toBe("OUI");
  });

  it.each<[string, Partial<EquipeJugee>, Verdict, string]>([
    ["sans délégant", { membres: [INFIRMIERE] }, "NON", "UN_DELEGANT"],
    [
      "dont le médecin n'est pas généraliste",
      { membres: [membre("DELEGANT", "10", { savoirFaire: ["SM04"] }), INFIRMIERE] },
      "NON",
      "UN_DELEGANT",
    ],
    [
      "dont personne n'a interrogé l'annuaire sur le médecin",
      { membres: [{ role: "DELEGANT", exercices: null, formationAttesteeLe: null }, INFIRMIERE] },
      "INCONNU",
      "UN_DELEGANT",
    ],
    ["sans délégué de la bonne profession", { membres: [GENERALISTE, membre("DELEGUE", "70")] }, "NON", "UN_DELEGUE"],
    [
      "dont la formation n'est pas attestée",
      { membres: [GENERALISTE, membre("DELEGUE", "60")] },
      "INCONNU",
      "DELEGUE_FORME",
    ],
    [
      "dont la formation n'est attestée que demain",
      { membres: [GENERALISTE, membre("DELEGUE", "60", { formee: "2026-11-23" })] },
      "INCONNU",
      "DELEGUE_FORME",
    ],
    [
      "dont seul un membre d'une autre profession est formé",
      { membres: [GENERALISTE, membre("DELEGUE", "60"), membre("DELEGUE", "70", { formee: "2026-01-01" })] },
      "INCONNU",
      "DELEGUE_FORME",
    ],
    ["en cabinet", { typeStructure: "CABINET" }, "NON", "EXERCICE_COORDONNE"],
    ["en un lieu inconnu", { typeStructure: null }, "INCONNU", "EXERCICE_COORDONNE"],
    ["qui a pris fin la veille", { finieLe: "2026-11-21" }, "NON", "ENGAGEE"],
  ])("ne l'est pas %s", (_cas, ecart, attendu, condition) => {
    const conformite = juger(ecart);
    expect(conformite.verdict).toBe(attendu);
    expect(conformite.conditions.find(({ code }) => code === condition)?.verdict).toBe(attendu);
  });

  it("l'est encore son dernier jour", () => {
    expect(juger({ finieLe: "2026-11-22" }).verdict).toBe("OUI");
  });
});

describe("Une équipe d'un texte à vérifier", () => {
  it("reste INCONNUE, aussi complète soit-elle", () => {
    const conformite = appliquer(conformiteDeLEquipe(delegation("D29")), toutJuste);
    expect(conformite.conditions.filter(({ verdict }) => verdict === "NON")).toEqual([]);
    expect(conformite.verdict).toBe("INCONNU");
  });
});
