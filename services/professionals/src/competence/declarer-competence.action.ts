import type { Contexte } from "../context.ts";
import { declarerPourUnePersonne } from "../declaration/declarer-pour-une-personne.ts";
import { exigerPeriode, exigerSource, exigerTexte } from "../declaration/saisie.ts";
import { remplacerCompetence } from "./competence.repository.ts";
import type { DeclarerCompetenceInput } from "./declarer-competence.input.ts";

/** Declares a skill: the person, a structure or a group of theirs, or an agency may. Returns the person's id. */
export const declarerCompetence = (contexte: Contexte, input: DeclarerCompetenceInput, cle: string): Promise<string> =>
  declarerPourUnePersonne(contexte, { declaration: "COMPETENCE", operation: "declarerCompetence", cle, input }, () => {
    const libelle = exigerTexte("input.libelle", input.libelle);
    const periode = exigerPeriode(input);
    const source = exigerSource(input.source);
    return (tx) => remplacerCompetence(tx, { professionnelId: input.professionnelId, libelle, ...periode, source });
  });
