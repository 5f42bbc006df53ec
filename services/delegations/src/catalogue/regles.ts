import type { Regle } from "@coordination/rules";
import { relueLe, sourceDe } from "../eligibilite/personne.rule.ts";
import { quiVerifie } from "../eligibilite/qui-verifie.ts";
import { enVigueur } from "../eligibilite/vigueur.rule.ts";
import { lireCatalogue } from "./catalogue.ts";
import type { ConditionDelegation, Delegation } from "./delegation.ts";
import { DOSSIER_DU_PROJET, lireDossierCatalogue } from "./fichiers.ts";
import { nomenclaturesNationales } from "./nomenclatures.ts";

/** Les phrases d'une règle, sans ce qui les juge : de quoi l'imprimer pour relecture. */
type RegleImprimable = Omit<Regle<never>, "conditions"> & {
  readonly conditions: readonly { readonly code: string; readonly libelle: string }[];
};

/**
 * Les délégations du projet, chacune dans sa dernière version, telles qu'une agence les relit : la période d'application
 * est leur première condition. Lit les fichiers ; ne dépend pas du jour, pour que la page imprimée n'en dépende pas.
 * @throws CatalogueInvalide
 */
export function regles(): readonly RegleImprimable[] {
  const { delegations } = lireCatalogue(lireDossierCatalogue(DOSSIER_DU_PROJET), nomenclaturesNationales);
  const dernieres = new Map(delegations.map((delegation) => [delegation.code, delegation]));
  return [...dernieres.values()].map(imprimer);
}

const imprimer = (delegation: Delegation): RegleImprimable => ({
  regle: delegation.code,
  intitule: delegation.intitule,
  source: sourceDe(delegation),
  relueLe: relueLe(delegation),
  conditions: [
    { code: enVigueur(delegation).code, libelle: enVigueur(delegation).libelle },
    ...delegation.conditions.map(imprimerCondition),
  ],
});

const imprimerCondition = (condition: ConditionDelegation) => ({
  code: condition.code,
  libelle:
    quiVerifie(condition) === "PROFESSIONNEL"
      ? `${condition.libelle} (vérifié par le professionnel au moment de l'acte)`
      : condition.libelle,
});
