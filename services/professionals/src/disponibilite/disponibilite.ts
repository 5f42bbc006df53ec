import type { LigneDisponibilite } from "./disponibilite.repository.ts";
import type { Disponibilite } from "./disponibilite.type.ts";
import { estPerimee } from "./peremption.rule.ts";

/** Nothing was declared: unknown, which is neither free nor full. */
const NON_DECLAREE: Disponibilite = {
  etat: "INCONNU",
  nouveauxPatients: "INCONNU",
  medecinTraitant: "INCONNU",
  soinsNonProgrammes: "INCONNU",
  delaiJours: null,
  capacite: null,
  releveLe: null,
  source: null,
  expireLe: null,
  perimee: false,
};

/** The availability as it stands at that instant; an expired one keeps its state and says that it is out of date. */
export function disponibiliteA(declaree: LigneDisponibilite | null, instant: Date): Disponibilite {
  if (declaree === null) return { ...NON_DECLAREE };
  const { situationId, ...etat } = declaree;
  return { ...etat, perimee: estPerimee(declaree, instant) };
}
