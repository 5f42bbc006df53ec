import { saisieInvalide } from "@coordination/server-kit";
import { pourquoiAucune } from "../commune/commune-d-hier.ts";
import type { Contexte } from "../context.ts";
import type { Recherche } from "./recherche.type.ts";

/**
 * A search that found nothing may have been asked where nothing can be: a postal code for an INSEE code, a département
 * without its zero, the territory of nobody. Asked only then, so that the others cost nothing. Throws BAD_USER_INPUT naming
 * the first filter at fault.
 */
export async function exigerFiltresConnus(
  { autour, codesInsee, departements, territoireDe, membreDe }: Recherche,
  { loaders }: Contexte,
): Promise<void> {
  const centre = autour?.codeInsee ?? null;
  const communes = [
    ...(centre === null ? [] : [{ champ: "proximite.codeInsee", code: centre }]),
    ...(codesInsee ?? []).map((code, rang) => ({ champ: `filtre.codesInsee[${rang}]`, code })),
  ];
  const lues = await Promise.all(communes.map(({ code }) => loaders.communeByCode.load(code)));
  const inconnue = communes[lues.indexOf(null)];
  if (inconnue !== undefined) throw saisieInvalide(inconnue.champ, await pourquoiAucune(inconnue.code, loaders));
  const codes = departements ?? [];
  const lus = await Promise.all(codes.map((code) => loaders.departementByCode.load(code)));
  const rang = lus.indexOf(null);
  if (rang >= 0) throw saisieInvalide(`filtre.departements[${rang}]`, `Le département ${codes[rang]} n'existe pas.`);
  for (const [champ, id] of Object.entries({ territoireDe, membreDe })) {
    if (id !== null && (await loaders.structureById.load(id)) === null)
      throw saisieInvalide(`filtre.${champ}`, "Aucune structure ne porte cet identifiant.");
  }
}
