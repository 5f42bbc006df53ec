import type { Nomenclatures } from "./delegation.ts";
import { epreuvesDeLaFiche, objetAdmet } from "./epreuve.ts";
import type { Faute } from "./erreur-catalogue.ts";
import type { FicheCondition, FicheDelegation, FicheQuand } from "./fiche.schema.ts";
import type { Dictionnaires } from "./resolution.ts";

/** Chaque condition porte une épreuve et une seule, sur des codes connus ; un protocole demande une équipe. */
export function verifierConditions(
  fiche: FicheDelegation,
  dictionnaires: Dictionnaires,
  nomenclatures: Nomenclatures,
): Faute[] {
  const fautes = fiche.conditions.flatMap((condition, rang) =>
    verifierCondition(condition, fiche, dictionnaires, nomenclatures).map(({ chemin, message }) => ({
      chemin: ["conditions", rang, ...chemin],
      message: `${message} (condition ${condition.code})`,
    })),
  );
  const codes = fiche.conditions.map(({ code }) => code);
  codes.forEach((code, rang) => {
    if (codes.indexOf(code) !== rang) {
      fautes.push({ chemin: ["conditions", rang, "code"], message: `code de condition déjà pris : ${code}` });
    }
  });
  if (fiche.nature.startsWith("PROTOCOLE") && !fiche.conditions.some(({ equipeDeclaree }) => equipeDeclaree)) {
    fautes.push({
      chemin: ["conditions"],
      message: "un protocole porte une condition EQUIPE avec equipeDeclaree: true",
    });
  }
  return [...fautes, ...verifierCadres(fiche)];
}

/** Two settings add up; were nothing left in common, an empty list would read as "anywhere". */
function verifierCadres({ actes, conditions }: FicheDelegation): Faute[] {
  return actes.flatMap((acte) => {
    const listes = conditions
      .filter((condition) => condition.actes === undefined || condition.actes.includes(acte))
      .flatMap(({ typesStructure }) => (typesStructure === undefined ? [] : [typesStructure]));
    const [premiere, ...autres] = listes;
    if (premiere === undefined || premiere.some((type) => autres.every((liste) => liste.includes(type)))) return [];
    return [{ chemin: ["conditions"], message: `aucun type de structure ne remplit tous les cadres pour ${acte}` }];
  });
}

function verifierCondition(
  condition: FicheCondition,
  fiche: FicheDelegation,
  dictionnaires: Dictionnaires,
  nomenclatures: Nomenclatures,
): Faute[] {
  return [
    ...verifierEpreuve(condition, dictionnaires),
    ...verifierBornes(condition, []),
    ...verifierBornes(condition.quand ?? {}, ["quand"]),
    ...verifierCites(condition, fiche, dictionnaires, nomenclatures),
    ...verifierGeste(condition, fiche, dictionnaires),
  ];
}

function verifierEpreuve(condition: FicheCondition, { criteres, habilitations }: Dictionnaires): Faute[] {
  const epreuves = epreuvesDeLaFiche(condition, criteres, habilitations);
  const [epreuve] = epreuves;
  if (epreuve === undefined || epreuves.length > 1) {
    const trouvees = epreuves.map(({ genre }) => genre).join(", ") || "aucune";
    return [{ chemin: [], message: `une condition porte exactement une épreuve ; trouvé : ${trouvees}` }];
  }
  if (!objetAdmet(condition.objet, epreuve)) {
    return [{ chemin: ["objet"], message: `une condition ${condition.objet} ne juge pas ${epreuve.genre}` }];
  }
  return [];
}

function verifierBornes(bornes: FicheCondition | FicheQuand, chemin: readonly string[]): Faute[] {
  const fautes: Faute[] = [];
  const signaler = (champ: string, message: string) => fautes.push({ chemin: [...chemin, champ], message });
  const { ageMin, ageMax } = bornes;
  if (ageMin !== undefined && ageMax !== undefined && ageMax < ageMin) signaler("ageMax", "ageMax est sous ageMin");
  if (!("libelle" in bornes)) return fautes;
  const { ageMoisMin, ageMoisMax, du, au } = bornes;
  if (ageMin !== undefined && ageMoisMin !== undefined)
    signaler("ageMoisMin", "une seule borne basse, en ans ou en mois");
  if (ageMax !== undefined && ageMoisMax !== undefined)
    signaler("ageMoisMax", "une seule borne haute, en ans ou en mois");
  if (ageMoisMin !== undefined && ageMoisMax !== undefined && ageMoisMax < ageMoisMin) {
    signaler("ageMoisMax", "ageMoisMax est sous ageMoisMin");
  }
  if (du !== undefined && au !== undefined && au < du) signaler("au", `la fin précède le début (${du})`);
  return fautes;
}

function verifierCites(
  condition: FicheCondition,
  fiche: FicheDelegation,
  { criteres, habilitations }: Dictionnaires,
  nomenclatures: Nomenclatures,
): Faute[] {
  const fautes: Faute[] = [];
  const exiger = (connu: boolean, chemin: (string | number)[], message: string) => {
    if (!connu) fautes.push({ chemin, message });
  };
  for (const champ of ["critereExclu", "critereRequis"] as const) {
    const code = condition[champ];
    if (code !== undefined) exiger(criteres.has(code), [champ], `critère inconnu « ${code} »`);
  }
  const cas = condition.quand?.critere;
  if (cas !== undefined) exiger(criteres.has(cas), ["quand", "critere"], `critère inconnu « ${cas} »`);
  const habilitation = condition.habilitationRequise;
  if (habilitation !== undefined) {
    exiger(habilitations.has(habilitation), ["habilitationRequise"], `habilitation inconnue « ${habilitation} »`);
  }
  condition.typesStructure?.forEach((type, rang) => {
    exiger(nomenclatures.connaitTypeStructure(type), ["typesStructure", rang], `type de structure inconnu « ${type} »`);
  });
  condition.actes?.forEach((acte, rang) => {
    exiger(fiche.actes.includes(acte), ["actes", rang], `« ${acte} » n'est pas un acte de cette délégation`);
  });
  return fautes;
}

/** Limiter un geste laisse les autres permis : il faut donc qu'il y en ait d'autres. */
function verifierGeste(
  { geste, actes }: FicheCondition,
  fiche: FicheDelegation,
  dictionnaires: Dictionnaires,
): Faute[] {
  if (geste === undefined) return [];
  return (actes ?? fiche.actes).flatMap((code) => {
    const gestes = dictionnaires.actes.get(code)?.gestes ?? [];
    if (gestes.includes(geste) && gestes.length > 1) return [];
    return [{ chemin: ["geste"], message: `l'acte ${code} ne comporte pas ${geste} parmi d'autres gestes` }];
  });
}
