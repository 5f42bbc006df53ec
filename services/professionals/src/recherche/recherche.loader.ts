import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import type { Champs } from "./champs-demandes.ts";
import { selectionDe } from "./colonnes.ts";
import { exigerCriteres } from "./criteres.ts";
import { findHorizon } from "./horizon.repository.ts";
import { type Compter, type DemandeDePage, lirePage, mettreEnPage } from "./page.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";
import { type Compte, compterParStructure, rechercherParStructure } from "./recherche.repository.ts";
import type { ProfessionnelConnection } from "./recherche.type.ts";

/** The people of one structure; the structures of a request that ask the same share one statement. */
export interface DemandeParStructure extends DemandeDePage {
  readonly structureId: string;
  readonly filtre: ProfessionnelFiltre;
  readonly champs: Champs;
}

export const createRechercheLoaders = (session: Session) => ({
  professionnelsByStructure: new DataLoader<DemandeParStructure, ProfessionnelConnection>(
    (demandes) => parQuestion(demandes, (lot) => trouverLot(session, lot)),
    { cache: false },
  ),
});

/** Runs one batch per distinct question, and gives the answers back in the order of the requests. */
async function parQuestion(
  demandes: readonly DemandeParStructure[],
  repondre: (lot: readonly DemandeParStructure[]) => Promise<readonly ProfessionnelConnection[]>,
): Promise<(ProfessionnelConnection | Error)[]> {
  const questions = new Map<Champs, Map<string, DemandeParStructure[]>>();
  for (const demande of demandes) {
    const { champs, filtre, first, after } = demande;
    const parTexte = questions.get(champs) ?? new Map<string, DemandeParStructure[]>();
    questions.set(champs, parTexte);
    const texte = JSON.stringify([filtre, first, after]);
    parTexte.set(texte, [...(parTexte.get(texte) ?? []), demande]);
  }
  const reponses = new Map<DemandeParStructure, ProfessionnelConnection | Error>();
  const lots = [...questions.values()].flatMap((parTexte) => [...parTexte.values()]);
  await Promise.all(
    lots.map(async (lot) => {
      const rendues = await repondre(lot).catch((erreur: unknown) => enErreur(erreur));
      for (const [rang, demande] of lot.entries()) {
        reponses.set(demande, rendues instanceof Error ? rendues : (rendues[rang] ?? SANS_REPONSE));
      }
    }),
  );
  return demandes.map((demande) => reponses.get(demande) ?? SANS_REPONSE);
}

const SANS_REPONSE = new Error("Demande sans réponse.");
const enErreur = (erreur: unknown): Error => (erreur instanceof Error ? erreur : new Error(String(erreur)));

async function trouverLot(session: Session, lot: readonly DemandeParStructure[]): Promise<ProfessionnelConnection[]> {
  const [premiere] = lot;
  if (premiere === undefined) return [];
  const { champs, filtre, first, after } = premiere;
  const page = lirePage(session, exigerCriteres({ filtre, tri: "NOM" }), { first, after }, selectionDe(champs));
  const horizon = await findHorizon(session.sql, page.question.criteres.filtre);
  const question = { ...page.question, corrections: null, horizon };
  const ids = lot.map(({ structureId }) => structureId);
  const lignes = await rechercherParStructure(session.sql, ids, question);
  const comptes = new DataLoader<string, Compte>((cles) =>
    compterParStructure(session.sql, cles, question, champs.has("facettes")),
  );
  return grouperSurCles(ids, lignes, ({ k_structure }) => k_structure).map((siennes, rang) => {
    const compter: Compter = () => comptes.load(ids[rang] ?? "");
    return mettreEnPage(
      siennes.map(({ k_structure, ...ligne }) => ligne),
      page,
      { compter, retenir: () => undefined },
    );
  });
}
