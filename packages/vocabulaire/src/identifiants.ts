import { codeInseeValide, finessValide, normaliserRpps } from "@coordination/referentiels";
import { textScalar } from "./scalars.ts";

export const GraphQLFiness = textScalar(
  "Finess",
  "Numéro FINESS : 9 caractères, clé de Luhn vérifiée (Corse : 2A et 2B admis).",
  (value) => (finessValide(value) ? value : null),
);

export const GraphQLCodeInsee = textScalar(
  "CodeInsee",
  "Code commune INSEE (COG) : 5 caractères, 2A et 2B admis. Jamais un code postal.",
  (value) => (codeInseeValide(value) ? value : null),
);

export const GraphQLRpps = textScalar(
  "Rpps",
  "Numéro RPPS : 11 chiffres, clé de Luhn vérifiée. La forme à 12 chiffres (8 + RPPS) est acceptée en entrée.",
  normaliserRpps,
);
