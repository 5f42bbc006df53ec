import { appliquer } from "@coordination/rules";
import { regleNonRemplie } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { declarerPourUnePersonne } from "../declaration/declarer-pour-une-personne.ts";
import { exigerPeriode, exigerSource, exigerTexteOuRien } from "../declaration/saisie.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { correspondantSamu } from "./correspondant-samu.rule.ts";
import type { DeclarerQualiteInput } from "./declarer-qualite.input.ts";
import { remplacerQualite } from "./qualite.repository.ts";

/**
 * Declares a quality of a person: the person, a structure or a group of theirs, or an agency may. What is sure not to fit is
 * refused (RULE_NOT_MET), unless it only ends what was declared wrongly. Returns the person's id.
 */
export const declarerQualite = (contexte: Contexte, input: DeclarerQualiteInput, cle: string): Promise<string> =>
  declarerPourUnePersonne(
    contexte,
    { declaration: "QUALITE", operation: "declarerQualite", cle, input },
    () => {
      const { professionnelId, code } = input;
      const periode = exigerPeriode(input);
      const precision = exigerTexteOuRien("input.precision", input.precision);
      const source = exigerSource(input.source);
      return (tx) => remplacerQualite(tx, { professionnelId, code, precision, ...periode, source });
    },
    (situations) => exigerQuelleConvienne(input, situations, contexte.aujourdhui),
  );

function exigerQuelleConvienne(
  { code, jusquA }: DeclarerQualiteInput,
  activites: readonly LigneSituation[],
  aujourdhui: string,
): void {
  const prendFin = typeof jusquA === "string" && jusquA <= aujourdhui;
  if (code !== "MEDECIN_CORRESPONDANT_SAMU" || prendFin) return;
  const jugee = appliquer(correspondantSamu, { activites });
  if (jugee.verdict === "NON") throw regleNonRemplie(jugee);
}
