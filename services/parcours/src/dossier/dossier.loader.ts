import type { Database, Sql } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import DataLoader from "dataloader";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { lireEnTantQue } from "../acces/session.ts";
import { tracer } from "../acces/trace.ts";
import { findBesoinsByDossiers, findBesoinsByIds } from "../besoin/besoin-du-dossier.repository.ts";
import { findMembres, findMembresByIds } from "../cercle/cercle.repository.ts";
import { findConcertations } from "../concertation/concertation.repository.ts";
import { findConsentements } from "../consentement/consentement.repository.ts";
import { findEvaluations } from "../evaluation/evaluation.repository.ts";
import { findEvenements, type LigneEvenement, type PageVoulue } from "../histoire/histoire.repository.ts";
import { createReactivites } from "../memoire/reactivite.loader.ts";
import { findNotes } from "../note/note.repository.ts";
import {
  findEchanges,
  findOrientationsByBesoins,
  findOrientationsByDossiers,
  findOrientationsByIds,
} from "../orientation/orientation.repository.ts";
import { findPrescripteurs } from "../orientation/prescripteur.repository.ts";
import { findSuites } from "../orientation/suite.repository.ts";
import { findFaitsDePartage, findMessages } from "../partage/partage.repository.ts";
import { findPlans } from "../plan/plan.repository.ts";
import { findReferences, findReferencesDesDossiers } from "../reference/reference.repository.ts";
import { findUsagersByIds } from "../usager/usager.repository.ts";
import { type Acces, findDossiersByIds, findDoublons, findTenuesByIds } from "./dossier.repository.ts";

/** What a read of a nominative field leaves in the register of accesses. */
interface Lecture {
  readonly dossierId: string;
  readonly dacId: string;
  readonly objet: string;
  readonly acces: Acces | "DESTINATAIRE" | null;
}

/** Every read goes through the actor's eyes: row-level security hides what they may not see, whatever is asked. */
export function createDossierLoaders(database: Database, acteur: Acteur | null, maintenant: Date) {
  const lire = <T>(lecture: (sql: Sql, lecteur: Acteur) => Promise<T>) => lireEnTantQue(database, acteur, lecture);
  const unParCle = <Ligne extends { readonly id: string }>(
    chercher: (sql: Sql, ids: readonly string[]) => Promise<Ligne[]>,
  ) =>
    new DataLoader<string, Ligne | null>(async (ids) => {
      const lignes = new Map((await lire((sql) => chercher(sql, ids))).map((ligne) => [ligne.id, ligne]));
      return ids.map((id) => lignes.get(id) ?? null);
    });
  const plusieurs = <Ligne>(
    chercher: (sql: Sql, ids: readonly string[]) => Promise<Ligne[]>,
    cleDe: (ligne: Ligne) => string,
  ) =>
    new DataLoader<string, Ligne[]>(async (ids) => {
      const lignes = Map.groupBy(await lire((sql) => chercher(sql, ids)), cleDe);
      return ids.map((id) => lignes.get(id) ?? []);
    });
  const plusieursParDossier = <Ligne extends { readonly dossierId: string }>(
    chercher: (sql: Sql, ids: readonly string[]) => Promise<Ligne[]>,
  ) => plusieurs(chercher, ({ dossierId }) => dossierId);
  const lectures = {
    dossierById: unParCle(findDossiersByIds),
    tenueById: unParCle(findTenuesByIds),
    besoinById: unParCle(findBesoinsByIds),
    besoinsByDossier: plusieursParDossier(findBesoinsByDossiers),
    plansByDossier: plusieursParDossier(findPlans),
    orientationById: unParCle(findOrientationsByIds),
    orientationsByBesoin: plusieurs(findOrientationsByBesoins, ({ besoinId }) => besoinId),
    orientationsByDossier: plusieursParDossier(findOrientationsByDossiers),
    echangesByOrientation: plusieurs(findEchanges, ({ orientationId }) => orientationId),
    suitesByOrientation: plusieurs(findSuites, ({ origineId }) => origineId ?? ""),
    usagerById: unParCle(findUsagersByIds),
    partageByDossier: plusieursParDossier(findFaitsDePartage),
    messageByDiffusion: plusieurs(findMessages, ({ diffusion }) => diffusion),
    referencesByDossier: plusieursParDossier(findReferencesDesDossiers),
    referencesByOrientation: plusieurs(findReferences, ({ orientationId }) => orientationId),
    prescripteurByDiffusion: plusieurs(findPrescripteurs, ({ diffusion }) => diffusion),
    membreById: unParCle(findMembresByIds),
    membresByDossier: plusieursParDossier(findMembres),
    reactiviteByCible: createReactivites(database, acteur, maintenant),
    consentementsByDossier: plusieursParDossier(findConsentements),
    concertationsByDossier: plusieursParDossier(findConcertations),
    evaluationsByDossier: plusieursParDossier(findEvaluations),
    notesByDossier: plusieursParDossier(findNotes),
    doublonsByDossier: plusieursParDossier(findDoublons),
    evenements: new DataLoader<PageVoulue, LigneEvenement[]>(
      async (pages) => {
        const lignes = Map.groupBy(await lire((sql) => findEvenements(sql, pages)), ({ rang }) => rang);
        return pages.map((_, rang) => lignes.get(rang + 1) ?? []);
      },
      // A page is an object, and never the same one twice.
      { cache: false },
    ),
  };
  return {
    ...lectures,
    /** A write of this request makes what it had read stale. */
    oublier: (): void => {
      for (const lecture of Object.values(lectures)) lecture.clearAll();
    },
    /** Notes the reads of this request together, before any of them is answered. */
    trace: new DataLoader<Lecture, true, string>(
      async (lectures) => {
        await lire((tx, lecteur) => {
          const le = maintenant.toISOString();
          return tracer(
            tx,
            lectures.map(({ dossierId, dacId, objet, acces }) => ({
              dossierId,
              acteur: ecrireActeur(
                lecteur,
                lecteur.structures.includes(dacId) ? dacId : (lecteur.structures[0] ?? null),
              ),
              action: "LIRE",
              objet,
              motif: null,
              brisDeGlace: acces === "BRIS_DE_GLACE",
              le,
            })),
          );
        });
        return lectures.map(() => true);
      },
      { cacheKeyFn: ({ dossierId, objet }) => `${dossierId} ${objet}` },
    ),
  };
}
