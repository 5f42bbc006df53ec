import type { Famille } from "../famille.ts";
import { abstraits, unionPartielle } from "./abstraits.ts";
import { cles } from "./cles.ts";
import { objetsDInterface, objetsNonResolubles } from "./objets-d-interface.ts";
import { operations } from "./operations.ts";
import { pannes } from "./pannes.ts";
import { provides } from "./provides.ts";
import { requires, requiresAbstraits } from "./requires.ts";
import { federation1, override, typesPartages } from "./types-partages.ts";

export const FAMILLES: readonly Famille[] = [
  cles,
  requires,
  requiresAbstraits,
  provides,
  abstraits,
  unionPartielle,
  objetsDInterface,
  objetsNonResolubles,
  typesPartages,
  override,
  federation1,
  operations,
  pannes,
];
