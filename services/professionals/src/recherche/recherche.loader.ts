import { decoderCurseur, empreinteDeRequete, exigerFirst } from "@coordination/server-kit";
import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { type CriteresRecherche, exigerCriteres } from "./criteres.ts";
import { type DemandeDePage, mettreEnPage } from "./page.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";
import { compterParStructure, rechercherParStructure } from "./recherche.repository.ts";
import type { ProfessionnelConnection } from "./recherche.type.ts";

/** The people of one structure; the structures of a request that ask the same share one statement. */
export interface DemandeParStructure extends DemandeDePage {
  readonly structureId: string;
  readonly filtre: ProfessionnelFiltre;
}

type DemandeDeTotal = Pick<DemandeParStructure, "structureId" | "filtre">;

const cacheKeyFn = (demande: object): string => JSON.stringify(demande);
const criteresDe = (filtre: ProfessionnelFiltre): CriteresRecherche => exigerCriteres({ filtre, tri: "NOM" });

export function createRechercheLoaders(session: Session) {
  const totalParStructure = new DataLoader<DemandeDeTotal, number, string>(
    (demandes) => compterDemandes(session, demandes),
    { cacheKeyFn },
  );
  const compter = (demande: DemandeDeTotal) => totalParStructure.load(demande);
  return {
    professionnelsByStructure: new DataLoader<DemandeParStructure, ProfessionnelConnection, string>(
      (demandes) => parQuestion(demandes, (lot) => trouverLot(session, lot, compter)),
      { cacheKeyFn },
    ),
  };
}

/** Runs one batch per distinct question, and gives the answers back in the order of the requests. */
async function parQuestion<Demande extends { structureId: string }, Reponse>(
  demandes: readonly Demande[],
  repondre: (lot: readonly Demande[]) => Promise<readonly Reponse[]>,
): Promise<(Reponse | Error)[]> {
  const lots = Map.groupBy(demandes, ({ structureId, ...question }) => JSON.stringify(question));
  const reponses = new Map<Demande, Reponse | Error>();
  for (const lot of lots.values()) {
    const rendues = await repondre(lot).catch((erreur: unknown) =>
      erreur instanceof Error ? erreur : new Error(String(erreur)),
    );
    for (const [rang, demande] of lot.entries()) {
      const rendue = rendues instanceof Error ? rendues : rendues[rang];
      reponses.set(demande, rendue ?? new Error("Demande sans réponse."));
    }
  }
  return demandes.map((demande) => reponses.get(demande) ?? new Error("Demande sans réponse."));
}

async function trouverLot(
  { sql, aujourdhui }: Session,
  lot: readonly DemandeParStructure[],
  compter: (demande: DemandeDeTotal) => Promise<number>,
): Promise<ProfessionnelConnection[]> {
  const [premiere] = lot;
  if (premiere === undefined) return [];
  const { first, after, filtre } = premiere;
  exigerFirst(first);
  const criteres = criteresDe(filtre);
  const empreinte = empreinteDeRequete(criteres);
  const cles = decoderCurseur(after, empreinte);
  const apres = cles === null ? null : cles.slice(1);
  const ids = lot.map(({ structureId }) => structureId);
  const lignes = await rechercherParStructure(sql, ids, criteres, {
    etape: "DEBUTS_DE_MOTS",
    aujourdhui,
    apres,
    limite: first + 1,
  });
  return grouperSurCles(ids, lignes, ({ structureId }) => structureId).map((siennes, rang) =>
    mettreEnPage(
      siennes.map(({ structureId, ...ligne }) => ligne),
      {
        criteres,
        first,
        after,
        empreinte,
        etape: "DEBUTS_DE_MOTS",
        compter: () => compter({ structureId: ids[rang] ?? "", filtre }),
      },
    ),
  );
}

async function compterDemandes(
  { sql, aujourdhui }: Session,
  demandes: readonly DemandeDeTotal[],
): Promise<(number | Error)[]> {
  return parQuestion(demandes, async (lot) => {
    const ids = lot.map(({ structureId }) => structureId);
    const comptes = await compterParStructure(sql, ids, criteresDe(lot[0]?.filtre ?? {}), aujourdhui);
    const parStructure = new Map(comptes.map(({ structureId, nombre }) => [structureId, nombre]));
    return ids.map((id) => parStructure.get(id) ?? 0);
  });
}
