import type { TypeStructure } from "@coordination/vocabulaire";

/** The seven concrete types of the contract; all that has no particular field is an `AutreStructure`. */
export const TYPES_CONCRETS = ["Msp", "CentreDeSante", "Esp", "Cpts", "Dac", "Medicobus", "AutreStructure"] as const;
export type TypeConcret = (typeof TYPES_CONCRETS)[number];

const PAR_TYPE: Partial<Readonly<Record<TypeStructure, TypeConcret>>> = {
  MSP: "Msp",
  CENTRE_DE_SANTE: "CentreDeSante",
  ESP: "Esp",
  CPTS: "Cpts",
  DAC: "Dac",
  MEDICOBUS: "Medicobus",
};

/** The GraphQL type that shows a structure of this kind. */
export const nomDuTypeConcret = (type: TypeStructure): TypeConcret => PAR_TYPE[type] ?? "AutreStructure";
