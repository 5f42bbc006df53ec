import { type Acteur, estAgence, exigerPortee, interdit, numeroDe } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { adhesionsDuProfessionnel } from "./annuaire.operations.ts";
import { type Declaration, droitDeDeclarer, peutDeclarer } from "./qui-declare.rule.ts";

const PORTEE = "annuaire:ecrire";

/** The actor, when it may write in the directory at all: the first thing that a declaration checks. */
export const exigerDeclarant = ({ appel }: Contexte): Acteur => exigerPortee(appel.acteur, PORTEE);

interface Demande {
  readonly declaration: Declaration;
  readonly professionnel: LigneProfessionnel;
  readonly structures: readonly string[];
}

/**
 * Throws FORBIDDEN when the actor may not declare this for this person. The directory is asked for the person's memberships
 * only when nothing else says it: SUBGRAPH_UNAVAILABLE when it does not answer. Never inside a transaction.
 */
export async function exigerDroit(
  { appel, annuaire }: Contexte,
  { declaration, professionnel, structures }: Demande,
): Promise<void> {
  const { acteur } = appel;
  const rpps = acteur === null ? null : numeroDe(acteur);
  const dossier = {
    declaration,
    declarant: { rpps, structures: acteur?.structures ?? [], agence: estAgence(acteur) },
    rppsDeLaPersonne: professionnel.rpps,
    structuresDeLActivite: structures,
  };
  let verdict = peutDeclarer({ ...dossier, groupements: null });
  if (verdict === "SELON_LES_ADHESIONS") {
    const reponse = await annuaire.demander(adhesionsDuProfessionnel, { id: professionnel.id }, appel);
    const groupements = (reponse.professionnel?.adhesions ?? []).map(({ groupement }) => groupement.id);
    verdict = peutDeclarer({ ...dossier, groupements });
  }
  if (verdict !== "OUI") throw interdit(droitDeDeclarer(declaration));
}
