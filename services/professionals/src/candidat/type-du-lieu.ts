import { typeDeSecteur } from "@coordination/referentiels";
import type { LigneSituation } from "../situation/situation.repository.ts";

/** The kind of place where an activity happens: its structure's, else what its sector says, else unknown. */
export const typeDuLieu = ({
  typeStructure,
  secteur,
}: Pick<LigneSituation, "typeStructure" | "secteur">): string | null => typeStructure ?? typeDeSecteur(secteur);
