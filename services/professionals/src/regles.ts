import type { Principe, Regle } from "@coordination/rules";
import { ficheComplete } from "./completude/completude.rule.ts";
import { diffusionDesContactsDUnePersonne } from "./contact/contact.rule.ts";
import { quiDeclareDUnePersonne } from "./declaration/qui-declare.rule.ts";
import { disponibiliteDeclaree } from "./disponibilite/peremption.rule.ts";
import { correspondantSamu } from "./qualite/correspondant-samu.rule.ts";

/** Every rule of the service, for the page that an agency proofreads. */
export const regles: readonly Regle<never>[] = [correspondantSamu];

/** What the service holds true or always does, for the same page. */
export const principes: readonly Principe[] = [
  disponibiliteDeclaree,
  quiDeclareDUnePersonne,
  diffusionDesContactsDUnePersonne,
  ficheComplete,
];
