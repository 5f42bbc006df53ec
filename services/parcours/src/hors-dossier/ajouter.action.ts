import { randomUUID } from "node:crypto";
import { exigerPortee } from "@coordination/server-kit";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue, PORTEE_ECRIRE } from "../acces/session.ts";
import type { AjouterBesoinInput } from "../besoin/besoin.input.ts";
import { insererBesoin, type LigneBesoin, requireBesoin } from "../besoin/besoin-du-dossier.repository.ts";
import type { CriteresBesoin } from "../besoin/criteres.type.ts";
import { libelleDuBesoin } from "../besoin/libelle-besoin.rule.ts";
import type { Contexte } from "../contexte.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { noterEvenement, structurePorteuse } from "../dossier/dossier.repository.ts";
import { exigerUsager } from "../usager/exiger-usager.ts";
import type { UsagerInput } from "../usager/usager.input.ts";
import { insererUsager } from "../usager/usager.repository.ts";
import { usagerAEcrire } from "../usager/usager-a-ecrire.ts";
import { insererHorsDossier } from "./hors-dossier.repository.ts";
import { exigerPorteur } from "./porteur.ts";

/** A need without a case, as it was asked: what is wanted, for whom, and in whose name. */
export interface BesoinHorsDossier {
  readonly input: AjouterBesoinInput;
  readonly usager: UsagerInput;
  readonly porteurId: string | null;
  readonly criteres: CriteresBesoin;
}

/**
 * Adds a need without a case: a CPTS, a MSP, any structure or a professional refers directly, and no DAC is told. Returns the need.
 * @throws UNAUTHENTICATED, FORBIDDEN for who acts for nobody, BAD_USER_INPUT naming the field, NOT_FOUND; SUBGRAPH_UNAVAILABLE when the
 * directory does not say what the structure is: nothing is then written
 */
export async function ajouterHorsDossier(
  contexte: Contexte,
  { input, usager, porteurId, criteres }: BesoinHorsDossier,
  appel: Appel,
): Promise<LigneBesoin> {
  const { coffre } = contexte;
  const acteur = exigerPortee(contexte.acteur, PORTEE_ECRIRE);
  await exigerUsager(contexte, usager, "input.usager");
  const porteur = await exigerPorteur(contexte, acteur, porteurId);
  return ecrireEnTantQue(contexte, { operation: "ajouterBesoin", input, ...appel }, async (tx, lui) => {
    const [id, dossierId, usagerId] = [randomUUID(), randomUUID(), randomUUID()];
    await insererUsager(tx, usagerAEcrire(coffre, usagerId, usager));
    await insererHorsDossier(tx, {
      ...porteur,
      id: dossierId,
      usagerId,
      codeInsee: criteres.codeInsee,
      creePar: lui.sub,
    });
    await insererBesoin(tx, { id, dossierId, criteres, libelle: input.libelle ?? libelleDuBesoin(criteres) });
    await noterEvenement(tx, {
      dossierId,
      type: "AJOUTER_BESOIN",
      acteur: ecrireActeur(lui, structurePorteuse(porteur)),
      resume: "Un besoin est ajouté hors dossier.",
    });
    return requireBesoin(tx, id);
  });
}
