import { type Catalogue, lireCatalogue } from "../src/catalogue/catalogue.ts";
import type { Delegation } from "../src/catalogue/delegation.ts";
import { DOSSIER_DU_PROJET, lireDossierCatalogue } from "../src/catalogue/fichiers.ts";
import { nomenclaturesNationales } from "../src/catalogue/nomenclatures.ts";
import { delegationsEnVigueur } from "../src/catalogue/versions.ts";

/** The files that the service ships: rules are tested on the texts themselves, not on made-up ones. */
export const catalogueDuProjet = (): Catalogue =>
  lireCatalogue(lireDossierCatalogue(DOSSIER_DU_PROJET), nomenclaturesNationales);

/** The version in force that day, or the only one there is. */
export function requireDelegation({ delegations }: Catalogue, code: string, le = "2026-11-22"): Delegation {
  const versions = delegations.filter((delegation) => delegation.code === code);
  const [trouvee] = [...delegationsEnVigueur(versions, le), ...versions];
  if (trouvee === undefined) throw new Error(`No delegation ${code} in the project's catalogue`);
  return trouvee;
}

/** The code of every delegation that the service ships, once each, in order. */
export const codesDuCatalogue = (): string[] =>
  [...new Set(catalogueDuProjet().delegations.map(({ code }) => code))].toSorted();
