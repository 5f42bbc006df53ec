import { registerEnumType } from "type-graphql";

export const NatureSituation = {
  PRINCIPALE: "PRINCIPALE",
  SECONDAIRE: "SECONDAIRE",
  CONSULTATION_AVANCEE: "CONSULTATION_AVANCEE",
  REMPLACEMENT: "REMPLACEMENT",
  ADJOINT: "ADJOINT",
  ASSISTANT_PARTAGE: "ASSISTANT_PARTAGE",
} as const;
export type NatureSituation = keyof typeof NatureSituation;
registerEnumType(NatureSituation, {
  name: "NatureSituation",
  description: "À quel titre l'on exerce en ce lieu.",
  valuesConfig: {
    PRINCIPALE: { description: "Un lieu d'exercice inscrit au répertoire, ou déclaré comme tel." },
    SECONDAIRE: { description: "Un lieu de plus, à côté de l'exercice habituel." },
    CONSULTATION_AVANCEE: { description: "Un spécialiste consulte hors de son site, à des jours donnés." },
    REMPLACEMENT: { description: "À la place d'un confrère absent." },
    ADJOINT: { description: "Médecin adjoint : un étudiant de troisième cycle en renfort d'un médecin installé." },
    ASSISTANT_PARTAGE: { description: "Assistant partagé entre la ville et l'hôpital." },
  },
});
