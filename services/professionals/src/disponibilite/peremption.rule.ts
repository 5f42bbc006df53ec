import type { Principe } from "@coordination/rules";

/** Une déclaration vaut jusqu'à son échéance, exclue ; ensuite elle reste montrée, et se dit périmée. Instants ISO 8601. */
export const estPerimee = ({ expireLe }: { readonly expireLe: string }, instant: Date): boolean =>
  Date.parse(expireLe) <= instant.getTime();

export const disponibiliteDeclaree: Principe = {
  principe: "DISPONIBILITE_DECLAREE",
  intitule: "La disponibilité d'une activité :",
  phrases: [
    "est celle de la dernière déclaration, avec qui l'a faite, quand, et jusqu'à quand elle vaut",
    "ne confond jamais créneau libre, aucun créneau, agenda non partagé, évaluation nécessaire et INCONNU, qui est ce que rien ne dit",
    "reste montrée après son échéance, dite périmée, et vient alors après les autres quand on cherche selon la disponibilité",
    "n'est déclarée qu'avec une échéance dans l'avenir ; sans créneau libre, elle n'a pas de places",
  ],
  source: "choix de cet annuaire ; aucun texte n'en fait une règle",
  relueLe: "2026-11-23",
};
