import { findProfession } from "@coordination/referentiels";
import type { NatureBesoin, Urgence } from "@coordination/vocabulaire";
import { libelleTypeStructure } from "@coordination/vocabulaire";
import type { CriteresBesoin } from "./criteres.type.ts";

const NATURES: Readonly<Record<NatureBesoin, string>> = {
  SOINS: "Soins",
  EXPERTISE: "Avis d'expert",
  MEDICO_SOCIAL: "Accompagnement médico-social",
  SOCIAL: "Accompagnement social",
  ADMINISTRATIF: "Démarche administrative",
  SANTE_MENTALE: "Santé mentale",
  PREVENTION: "Prévention",
};

const DELAIS: Readonly<Record<Urgence, string>> = {
  VITALE: "urgence vitale",
  SOUS_24_H: "sous 24 heures",
  SOUS_72_H: "sous 72 heures",
  SOUS_15_JOURS: "sous 15 jours",
  PROGRAMMEE: "à programmer",
};

/** Le nom d'un besoin simulé, tiré de ses seuls critères : « Soins, sous 72 heures : Médecin, maison de santé, 1 acte ». */
export function libelleDuBesoin({
  nature,
  urgence,
  professions,
  typesStructure,
  categories,
  actes,
}: CriteresBesoin): string {
  const demandes = [
    ...professions.map((code) => findProfession(code)?.libelle ?? code),
    ...typesStructure.map(libelleTypeStructure),
    ...compter(categories.length, "catégorie d'établissement", "catégories d'établissement"),
    ...compter(actes.length, "acte", "actes"),
  ];
  return `${NATURES[nature]}, ${DELAIS[urgence]} : ${demandes.join(", ")}`;
}

const compter = (nombre: number, singulier: string, pluriel: string): string[] =>
  nombre === 0 ? [] : [`${nombre} ${nombre === 1 ? singulier : pluriel}`];
