import type { Condition, Verdict } from "@coordination/rules";
import type { Delegation } from "../catalogue/delegation.ts";
import { enFrancais } from "./date-francaise.ts";

/** Le texte s'applique à la date de l'acte ; une date de début mal connue rend INCONNU avant elle, jamais OUI. */
export function enVigueur(delegation: Delegation): Condition<{ readonly le: string }> {
  const { enVigueurDepuis, enVigueurJusquA, debutIncertain } = delegation;
  const jusquA = enVigueurJusquA === null ? "" : ` jusqu'au ${enFrancais(enVigueurJusquA)}`;
  return {
    code: "EN_VIGUEUR",
    libelle: `le texte est en vigueur (depuis le ${enFrancais(enVigueurDepuis)}${jusquA})`,
    evaluer: ({ le }): Verdict => {
      if (enVigueurJusquA !== null && le > enVigueurJusquA) return "NON";
      if (le >= enVigueurDepuis) return "OUI";
      return debutIncertain === null ? "NON" : "INCONNU";
    },
    constat: ({ le }) => constaterVigueur(delegation, le),
  };
}

function constaterVigueur(
  { enVigueurDepuis, enVigueurJusquA, debutIncertain, remplaceePar }: Delegation,
  le: string,
): string {
  const jour = `le ${enFrancais(le)}`;
  if (enVigueurJusquA !== null && le > enVigueurJusquA) {
    const suite = remplaceePar === null ? "" : `, remplacée par ${remplaceePar}`;
    return `${jour} : éteinte depuis le ${enFrancais(enVigueurJusquA)}${suite}`;
  }
  if (le >= enVigueurDepuis) return jour;
  return `${jour} : ${debutIncertain ?? `pas encore en vigueur (${enFrancais(enVigueurDepuis)})`}`;
}
