import { findProfession } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Delegation } from "../catalogue/delegation.ts";
import { motsUtiles } from "../catalogue/mots-utiles.ts";
import { exigerRecherche } from "../catalogue/recherche.ts";
import type { DelegationFiltre } from "./delegation-filtre.input.ts";

/** Refuses a code that nothing bears: an empty answer would read as "nobody may". Throws BAD_USER_INPUT. */
export function exigerFiltre({ acte, professionDeleguee, recherche }: DelegationFiltre, { actes }: Catalogue): void {
  if (typeof acte === "string" && !actes.some(({ code }) => code === acte)) {
    throw saisieInvalide("filtre.acte", "Aucun acte du catalogue ne porte ce code.");
  }
  if (typeof professionDeleguee === "string" && findProfession(professionDeleguee) === null) {
    throw saisieInvalide("filtre.professionDeleguee", "Aucune profession connue ne porte ce code.");
  }
  exigerRecherche("filtre.recherche", recherche);
}

/** The delegations that answer the filter, in the order given. */
export function filtrer(
  delegations: readonly Delegation[],
  { natures, professionDeleguee, acte, recherche }: DelegationFiltre,
): readonly Delegation[] {
  const cherches = motsUtiles(recherche ?? "");
  return delegations.filter(
    (delegation) =>
      (natures?.includes(delegation.nature) ?? true) &&
      (typeof professionDeleguee !== "string" || delegation.delegues.includes(professionDeleguee)) &&
      (typeof acte !== "string" || delegation.actes.some(({ code }) => code === acte)) &&
      (cherches.length === 0 || parleDe(delegation, cherches)),
  );
}

function parleDe({ code, intitule, resumeGrandPublic, actes }: Delegation, cherches: readonly string[]): boolean {
  const desActes = actes.flatMap(({ libelle, synonymes }) => [libelle, ...synonymes]);
  const mots = motsUtiles([code, intitule, resumeGrandPublic, ...desActes].join(" "));
  return cherches.every((cherche) => mots.some((mot) => mot.startsWith(cherche)));
}
