import { avecArrondissements } from "./arrondissements.ts";
import type { Parametres } from "./parametres.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";

type Filtre = Pick<ProfessionnelFiltre, "departements" | "codesInsee" | "professions" | "medecinGeneraliste">;

/** The département of a commune, as its code says it. */
const departementDe = (codeInsee: string): string => codeInsee.slice(0, /^9[78]/.test(codeInsee) ? 3 : 2);

/**
 * What a filter on activities says of the people `p`, whom one index marks with where they practise and as what. It narrows
 * a search by name; the activities then tell who really answers.
 */
export function ecrireReperes(filtre: Filtre, { lier }: Parametres): string[] {
  const { departements, codesInsee, professions, medecinGeneraliste } = filtre;
  const communes = avecArrondissements(codesInsee ?? []).map(departementDe);
  const metiers = medecinGeneraliste === true ? ["10"] : (professions ?? []);
  return [departements ?? [], communes, metiers.map((code) => `p${code}`)]
    .filter((reperes) => reperes.length > 0)
    .map((reperes) => `p.reperes && ${lier([...new Set(reperes)])}::text[]`);
}
