import type { Principe } from "@coordination/rules";

export const adhesions: Principe = {
  principe: "ADHESIONS",
  intitule: "Une adhésion à une CPTS, une MSP, une ESP ou un GHT :",
  phrases: [
    "est volontaire et datée : le groupement la déclare, le membre y met fin quand il veut",
    "ne se déduit jamais d'un lieu d'exercice",
    "compte une personne une seule fois, pour la profession qu'elle exerce ; qui en exerce deux n'est compté pour aucune, et le nombre n'est alors pas sûr",
    "a l'un de trois degrés, à une CPTS : acteur pilote, acteur sensibilisé, acteur de soins",
    "quand personne n'en a déclaré, les règles qui comptent des membres disent INCONNU, et le constat cite les effectifs du RPPS",
  ],
  source:
    "ARS, guide pour les élus : « font le choix d’adhérer ou non à la CPTS », « les professionnels de santé volontaires d’un même territoire » ; ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « 3 degrés d'investissement différents : acteurs pilotes, acteurs sensibilisés, acteurs de soins »",
  relueLe: "2026-11-23",
};
