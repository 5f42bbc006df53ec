import type { Contexte } from "../context.ts";
import { declarerPourUnePersonne } from "../declaration/declarer-pour-une-personne.ts";
import { exigerPeriode, exigerSource, exigerTexteOuRien } from "../declaration/saisie.ts";
import type { DeclarerQualiteInput } from "./declarer-qualite.input.ts";
import { remplacerQualite } from "./qualite.repository.ts";

/** Declares a quality of a person: the person, a structure or a group of theirs, or an agency may. Returns the person's id. */
export const declarerQualite = (contexte: Contexte, input: DeclarerQualiteInput, cle: string): Promise<string> =>
  declarerPourUnePersonne(contexte, { declaration: "QUALITE", operation: "declarerQualite", cle, input }, () => {
    const { professionnelId, code } = input;
    const periode = exigerPeriode(input);
    const precision = exigerTexteOuRien("input.precision", input.precision);
    const source = exigerSource(input.source);
    return (tx) => remplacerQualite(tx, { professionnelId, code, precision, ...periode, source });
  });
