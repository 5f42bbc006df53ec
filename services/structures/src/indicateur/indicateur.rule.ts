import type { Principe } from "@coordination/rules";

export const chiffresRelevesOuCalcules: Principe = {
  principe: "CHIFFRES",
  intitule: "Un chiffre sur un territoire :",
  phrases: [
    "relevé dans un document est un indicateur, avec sa source et le jour auquel il se rapporte ; à une date, c'est le dernier relevé",
    "calculé par l'annuaire est une couverture : la population des communes couvertes, chaque habitant compté une fois, rapportée à la population totale",
    "n'est jamais mêlé à un chiffre de l'autre sorte",
    "visé est une cible, jamais une valeur",
  ],
  source:
    "ARS Auvergne-Rhône-Alpes, « Faciliter l'accès aux soins en Auvergne-Rhône-Alpes » : « 67 % de la population est déjà couverte par une CPTS » ; ministère de la santé, point d'étape du 27/11/2023",
  relueLe: "2026-11-23",
};
