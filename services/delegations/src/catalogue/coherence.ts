import { verifierConditions } from "./coherence-condition.ts";
import type { Nomenclatures } from "./delegation.ts";
import type { Faute } from "./erreur-catalogue.ts";
import type { FicheDelegation } from "./fiche.schema.ts";
import type { Dictionnaires } from "./resolution.ts";

/**
 * Ce qu'un schéma ne voit pas : les codes cités existent, les dates se suivent, les conditions sont jugeables.
 * @returns toutes les fautes, chacune avec le champ à corriger
 */
export function verifierFiche(
  fiche: FicheDelegation,
  dictionnaires: Dictionnaires,
  nomenclatures: Nomenclatures,
): readonly Faute[] {
  return [
    ...verifierCodes(fiche, nomenclatures),
    ...fiche.actes.flatMap((acte, rang) =>
      dictionnaires.actes.has(acte) ? [] : [{ chemin: ["actes", rang], message: `acte inconnu « ${acte} »` }],
    ),
    ...verifierDates(fiche),
    ...verifierRelecture(fiche),
    ...verifierConditions(fiche, dictionnaires, nomenclatures),
  ];
}

function verifierCodes(fiche: FicheDelegation, nomenclatures: Nomenclatures): Faute[] {
  const professions = (["delegants", "delegues"] as const).flatMap((champ) =>
    fiche[champ].flatMap((code, rang) =>
      nomenclatures.connaitProfession(code)
        ? []
        : [{ chemin: [champ, rang], message: `profession inconnue « ${code} »` }],
    ),
  );
  const savoirFaire = (["savoirFaireDelegants", "savoirFaireDelegues"] as const).flatMap((champ) =>
    fiche[champ].flatMap((code, rang) =>
      nomenclatures.connaitSavoirFaire(code)
        ? []
        : [{ chemin: [champ, rang], message: `savoir-faire inconnu « ${code} »` }],
    ),
  );
  return [...professions, ...savoirFaire];
}

function verifierDates({ enVigueurDepuis, enVigueurJusquA, remplaceePar }: FicheDelegation): Faute[] {
  const fautes: Faute[] = [];
  if (enVigueurJusquA !== undefined && enVigueurJusquA < enVigueurDepuis) {
    fautes.push({ chemin: ["enVigueurJusquA"], message: `la fin précède le début (${enVigueurDepuis})` });
  }
  if (remplaceePar !== undefined && enVigueurJusquA === undefined) {
    fautes.push({
      chemin: ["remplaceePar"],
      message: "une délégation remplacée porte une date de fin (enVigueurJusquA)",
    });
  }
  return fautes;
}

function verifierRelecture({ relecture: { niveau, relueLe } }: FicheDelegation): Faute[] {
  const relue = relueLe !== undefined;
  if (niveau === "A_VERIFIER" && relue) {
    return [
      { chemin: ["relecture", "relueLe"], message: "une fiche A_VERIFIER n'a pas encore été relue : pas de date" },
    ];
  }
  if (niveau !== "A_VERIFIER" && !relue) {
    return [{ chemin: ["relecture"], message: "une fiche relue dit à quelle date (relueLe)" }];
  }
  return [];
}
