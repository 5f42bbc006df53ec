import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import type { Structure } from "../structure/structure.type.ts";
import type { EnregistrerStructureInput } from "./enregistrement.input.ts";
import { exigerCommune, exigerStructure, exigerType, jourPasse, texte, texteOuNul } from "./saisie.ts";

/** A record as it is written: the structure that it is about when it exists, and what is said of it. */
export interface Enregistrement {
  readonly existante: Structure | null;
  readonly faits: EnregistrerStructureInput;
}

/** What the agency says of a structure, checked before anything is written. Throws NOT_FOUND or BAD_USER_INPUT. */
export async function lireEnregistrement(
  input: EnregistrerStructureInput,
  contexte: Contexte,
): Promise<Enregistrement> {
  const existante = input.id ? await exigerStructure("input.id", input.id, contexte) : null;
  if (existante !== null && existante.type !== input.type)
    throw saisieInvalide("input.type", `Cette structure est de type ${existante.type} : un type ne change pas.`);
  exigerFaitsDuType(input);
  if (input.rouverte === true && input.fermeeLe)
    throw saisieInvalide("input.rouverte", "Une structure rouverte n'a pas de jour de fermeture.");
  await exigerCommune("input.codeInsee", input.codeInsee, contexte);
  const faits = {
    ...input,
    nom: texte("input.nom", input.nom, 200),
    adresse: texteOuNul("input.adresse", input.adresse, 200),
    source: texte("input.source", input.source),
    phaseDepuis: jourPasse("input.phaseDepuis", input.phaseDepuis ?? null, contexte),
    fermeeLe: jourPasse("input.fermeeLe", input.fermeeLe ?? null, contexte),
  };
  if ((input.vague ?? 1) < 1) throw saisieInvalide("input.vague", "Les vagues sont numérotées à partir de 1.");
  if (existante !== null && existante.finess !== null) exigerIdentiteDeFiness(existante, faits);
  return { existante, faits };
}

function exigerFaitsDuType(input: EnregistrerStructureInput): void {
  if (input.phase) exigerType("input.phase", input, ["CPTS"], "une phase de projet");
  if (input.phaseDepuis && !input.phase)
    throw saisieInvalide("input.phaseDepuis", "Dites aussi de quelle phase c'est le premier jour.");
  if (input.missionsCpts) exigerType("input.missionsCpts", input, ["CPTS"], "des missions de CPTS");
  if (input.publicsPrioritaires)
    exigerType("input.publicsPrioritaires", input, ["MEDICOBUS"], "des publics prioritaires");
  if (input.statutMedicobus) exigerType("input.statutMedicobus", input, ["MEDICOBUS"], "un statut de médicobus");
  if (input.vague) exigerType("input.vague", input, ["MEDICOBUS"], "une vague d'appel à projets");
}

const DE_FINESS = "FINESS le dit de cette structure, et le redira : corrigez-le à la source.";

/** FINESS owns what it publishes: the next load would undo another word. */
function exigerIdentiteDeFiness(
  { nom, codeInsee, lignes, fermeeLe }: Structure,
  faits: EnregistrerStructureInput,
): void {
  if (faits.nom !== nom) throw saisieInvalide("input.nom", DE_FINESS);
  if (codeInsee !== null && faits.codeInsee !== codeInsee) throw saisieInvalide("input.codeInsee", DE_FINESS);
  if (faits.adresse && faits.adresse !== lignes.join(", ")) throw saisieInvalide("input.adresse", DE_FINESS);
  if (faits.fermeeLe && faits.fermeeLe !== fermeeLe) throw saisieInvalide("input.fermeeLe", DE_FINESS);
  if (faits.rouverte === true && fermeeLe !== null) throw saisieInvalide("input.rouverte", DE_FINESS);
}
