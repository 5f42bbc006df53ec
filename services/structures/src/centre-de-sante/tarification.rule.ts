import type { Principe } from "@coordination/rules";

/** What holds of every health centre, whoever runs it. */
export const TARIFICATION_DES_CENTRES = { tiersPayant: true, depassementsHonoraires: false } as const;

export const tarificationDesCentres: Principe = {
  principe: "CENTRE_DE_SANTE",
  intitule: "Tout centre de santé :",
  phrases: [
    "pratique le tiers payant et ne facture aucun dépassement d'honoraires : les deux champs ont toujours cette valeur",
    "salarie ses professionnels",
    "est géré sans but lucratif, quel que soit son gestionnaire, qui n'est dit que s'il est déclaré",
    "peut ouvrir une ou plusieurs antennes, qui ne sont dites que si elles sont déclarées",
  ],
  source:
    "ARS, guide pour les élus : « proposent à leurs patients le tiers payant, sans dépassements d’honoraires » ; « salariés d’une personne morale gestionnaire » ; « la gestion des centres de santé est non lucrative » ; « ouvrir une ou plusieurs antennes »",
  relueLe: "2026-11-23",
};
