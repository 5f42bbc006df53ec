import { ecrireUneFois, estAgence, interdit } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerLesSiensOuAgence } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { exigerStructure, exigerType, jourPasse, texte, texteOuNul, textes } from "../declaration/saisie.ts";
import type { EnregistrerProjetDeSanteInput } from "./projet-de-sante.input.ts";
import { ecrireProjet, type ProjetAEcrire } from "./projet-de-sante.repository.ts";

const TEXTE_DE_PROJET = 2_000;

/**
 * A health project: its own people say what it holds, the agency what it found of it.
 * @returns the id of the structure. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function enregistrerProjet(
  contexte: Contexte,
  input: EnregistrerProjetDeSanteInput,
  cle: string,
): Promise<string> {
  const acteur = exigerLesSiensOuAgence(contexte.acteur, input.structureId);
  const parAgence = estAgence(acteur);
  if (!parAgence && porteUnConstat(input)) throw interdit("le profil « agence » pour un constat de l'ARS");
  const structure = await exigerStructure("input.structureId", input.structureId, contexte);
  exigerType("input.structureId", structure, ["MSP", "ESP", "CPTS"], "un projet de santé dans cet annuaire");
  const projet = lireProjet(input, contexte);
  return ecrireUneFois(contexte.database, { acteur, operation: "enregistrerProjetDeSante", cle, input }, async (tx) => {
    await marquerModifiee(tx, structure.id);
    await ecrireProjet(tx, projet, { avecConstats: parAgence });
    return structure.id;
  });
}

/** Coherence and validation are what the ARS found, never what is deduced or claimed. Source : S043, S155. */
const porteUnConstat = ({ coherencePrs, validationArs, avisPrsLe, valideLe }: EnregistrerProjetDeSanteInput): boolean =>
  coherencePrs !== "INCONNU" || validationArs !== "INCONNU" || Boolean(avisPrsLe) || Boolean(valideLe);

const lireProjet = (input: EnregistrerProjetDeSanteInput, contexte: Contexte): ProjetAEcrire => ({
  structureId: input.structureId,
  etabliLe: jourPasse("input.etabliLe", input.etabliLe, contexte),
  coherencePrs: input.coherencePrs,
  avisPrsLe: jourPasse("input.avisPrsLe", input.avisPrsLe ?? null, contexte),
  validationArs: input.validationArs,
  valideLe: jourPasse("input.valideLe", input.valideLe ?? null, contexte),
  territoire: texteOuNul("input.territoire", input.territoire, TEXTE_DE_PROJET),
  modalites: texteOuNul("input.modalites", input.modalites, TEXTE_DE_PROJET),
  actions: input.actions ? textes("input.actions", input.actions) : null,
  themes: input.themes ? textes("input.themes", input.themes) : null,
  source: texte("input.source", input.source),
});
