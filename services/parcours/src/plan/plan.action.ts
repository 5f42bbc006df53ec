import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import { findBesoinsByDossiers } from "../besoin/besoin-du-dossier.repository.ts";
import { findMembres } from "../cercle/cercle.repository.ts";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import type { SurLeDossier } from "../dossier/mouvements.action.ts";
import { findEvaluations } from "../evaluation/evaluation.repository.ts";
import { estEnCours } from "../partage/fondement.rule.ts";
import { ecrirePlan, validerPlan } from "./plan.repository.ts";
import type { ActionPlanInput, EtablirPlanInput } from "./plan.type.ts";

/** Writes the personalised plan, from an evaluation. Throws as `agir`, BAD_USER_INPUT, NOT_FOUND naming the field. */
export function etablirPlan(contexte: Contexte, input: EtablirPlanInput, appel: Appel): Promise<LigneDossier> {
  const { parcoursId, version, objectifs, actions } = input;
  controler(input);
  return agir(
    contexte,
    { operation: "etablirPlan", action: "ETABLIR_PLAN", parcoursId, version, input, ...appel },
    async (tx, { id: dossierId }) => {
      const evaluations = await findEvaluations(tx, [dossierId]);
      if (evaluations.length === 0) throw saisieInvalide("input.parcoursId", "Un plan part d'une évaluation.");
      await exigerDuDossier(tx, dossierId, actions, contexte.maintenant);
      await ecrirePlan(tx, {
        dossierId,
        objectifs: objectifs.map(({ repere, libelle, echeance }) => ({
          id: repere,
          libelle,
          echeance: echeance ?? null,
        })),
        actions: actions.map(({ objectif, libelle, echeance, besoinId, membreId }) => ({
          id: randomUUID(),
          objectif,
          libelle,
          echeance: echeance ?? null,
          besoinId: besoinId ?? null,
          membreId: membreId ?? null,
        })),
      });
      return { resume: "Un plan est établi." };
    },
  );
}

function controler({ objectifs, actions }: EtablirPlanInput): void {
  if (objectifs.length === 0) throw saisieInvalide("input.objectifs", "Un plan a au moins un objectif.");
  const reperes = objectifs.map(({ repere }) => repere);
  if (new Set(reperes).size < reperes.length)
    throw saisieInvalide("input.objectifs", "Deux objectifs ont le même repère.");
  const orpheline = actions.findIndex(({ objectif }) => !reperes.includes(objectif));
  if (orpheline >= 0)
    throw saisieInvalide(`input.actions.${orpheline}.objectif`, "Aucun objectif de l'envoi n'a ce repère.");
}

/** What the actions name is of this case: their needs, and members who are in its circle now. */
async function exigerDuDossier(
  tx: Sql,
  dossierId: string,
  actions: readonly ActionPlanInput[],
  maintenant: Date,
): Promise<void> {
  const besoins = new Set((await findBesoinsByDossiers(tx, [dossierId])).map(({ id }) => id));
  const membres = (await findMembres(tx, [dossierId])).filter((membre) => estEnCours(membre, maintenant));
  const presents = new Set(membres.map(({ id }) => id));
  for (const [rang, { besoinId, membreId }] of actions.entries()) {
    if (besoinId !== null && besoinId !== undefined && !besoins.has(besoinId))
      throw introuvable(`input.actions.${rang}.besoinId`, "Ce besoin n'est pas de ce dossier.");
    if (membreId !== null && membreId !== undefined && !presents.has(membreId))
      throw saisieInvalide(`input.actions.${rang}.membreId`, "Ce membre n'est pas, ou plus, du cercle de ce dossier.");
  }
}

interface Reevaluable extends SurLeDossier {
  /** The day on which to look at the case again; null when none was said. */
  readonly aReevaluerLe: string | null;
}

function exigerJourAVenir({ aujourdhui }: Contexte, jour: string | null): void {
  if (jour !== null && jour < aujourdhui) throw saisieInvalide("aReevaluerLe", "Ce jour est passé.");
}

/**
 * The person and their doctor agree on the plan: follow-up starts. The day to look at it again changes if one is said. Throws as
 * `agir`, BAD_USER_INPUT for a day that is past.
 */
export const validerLePlan = (
  contexte: Contexte,
  { parcoursId, version, aReevaluerLe }: Reevaluable,
  appel: Appel,
): Promise<LigneDossier> =>
  agir(
    contexte,
    { operation: "validerPlan", action: "VALIDER_PLAN", parcoursId, version, input: aReevaluerLe, ...appel },
    async (tx, { id }) => {
      exigerJourAVenir(contexte, aReevaluerLe);
      if (!(await validerPlan(tx, id))) throw saisieInvalide("parcoursId", "Ce dossier n'a pas de plan à valider.");
      return { ...(aReevaluerLe === null ? {} : { aReevaluerLe }), resume: "Le plan est validé." };
    },
  );

/**
 * The situation changed, or its day has come: back to evaluation, and until the next day that is said, none. Throws as `agir`,
 * BAD_USER_INPUT without a reason, or for a day that is past.
 */
export function reevaluer(
  contexte: Contexte,
  { parcoursId, version, motif, aReevaluerLe }: Reevaluable & { readonly motif: string },
  appel: Appel,
): Promise<LigneDossier> {
  if (motif.trim() === "") throw saisieInvalide("motif", "Dites pourquoi la situation est réévaluée.");
  const input = aReevaluerLe === null ? motif : { motif, aReevaluerLe };
  return agir(
    contexte,
    { operation: "reevaluer", action: "REEVALUER", parcoursId, version, input, ...appel },
    async () => {
      exigerJourAVenir(contexte, aReevaluerLe);
      return { aReevaluerLe, resume: "La situation est réévaluée." };
    },
  );
}
