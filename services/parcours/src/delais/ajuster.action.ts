import { exigerPortee, interdit, introuvable, saisieInvalide } from "@coordination/server-kit";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue, lireEnTantQue, PORTEE_ECRIRE } from "../acces/session.ts";
import { destinataireStructure } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { DELAIS_DE_REPONSE, delaiRefuse, URGENCES_ENVOYEES } from "../orientation/delais.rule.ts";
import { findDelaisDuDac, fixerDelais, type LigneDelai } from "./delais.repository.ts";
import type { DelaiDeReponse, DelaiDeReponseInput } from "./delais.type.ts";

/** The answer deadlines of a DAC, its own and those of the table. Throws UNAUTHENTICATED, FORBIDDEN. */
export const lireDelais = ({ database, acteur }: Contexte, dacId: string): Promise<DelaiDeReponse[]> =>
  lireEnTantQue(database, acteur, async (sql) => enDelais(await findDelaisDuDac(sql, dacId)));

/**
 * A DAC makes answer deadlines its own, for the referrals it will send. Returns them all. The role: acting for this DAC.
 * @throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT naming the deadline, SUBGRAPH_UNAVAILABLE
 */
export async function ajusterDelais(
  contexte: Contexte,
  { dacId, delais }: { readonly dacId: string; readonly delais: readonly DelaiDeReponseInput[] },
  appel: Appel,
): Promise<DelaiDeReponse[]> {
  const { acteur, annuaire, maintenant } = contexte;
  if (!exigerPortee(acteur, PORTEE_ECRIRE).structures.includes(dacId)) throw interdit("d'agir pour ce DAC");
  const dits = delais.map(({ urgence, heures = null, joursOuvres = null }) => ({ urgence, heures, joursOuvres }));
  exigerDelais(dits);
  const { structure } = await annuaire.demander(destinataireStructure, { id: dacId }, contexte.appel, { id: "dacId" });
  if (structure === null) throw introuvable("dacId", "L'annuaire ne connaît pas cette structure.");
  if (structure.type !== "DAC") throw saisieInvalide("dacId", "Seul un DAC a des délais de réponse à lui.");
  const demande = { operation: "ajusterDelais", input: { dacId, delais: dits }, ...appel };
  return ecrireEnTantQue(contexte, demande, async (tx, lui) => {
    await fixerDelais(tx, { dacId, par: ecrireActeur(lui, dacId), le: maintenant.toISOString() }, dits);
    return enDelais(await findDelaisDuDac(tx, dacId));
  });
}

function exigerDelais(delais: readonly LigneDelai[]): void {
  if (delais.length === 0) throw saisieInvalide("delais", "Il faut au moins un délai.");
  for (const [rang, delai] of delais.entries()) {
    const refus = delaiRefuse(delai.urgence, delai);
    if (refus !== null) throw saisieInvalide(`delais.${rang}`, refus);
    if (delais.findIndex(({ urgence }) => urgence === delai.urgence) !== rang) {
      throw saisieInvalide(`delais.${rang}.urgence`, "Cette urgence est là deux fois.");
    }
  }
}

const enDelais = (siens: readonly LigneDelai[]): DelaiDeReponse[] =>
  URGENCES_ENVOYEES.map((urgence) => {
    const sien = siens.find((delai) => delai.urgence === urgence);
    return {
      urgence,
      heures: null,
      joursOuvres: null,
      ...(sien ?? DELAIS_DE_REPONSE[urgence]),
      ajuste: sien !== undefined,
    };
  });
