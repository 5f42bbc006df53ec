import DataLoader from "dataloader";
import type { Session } from "../session.ts";
import { findBoites, type LigneBoite } from "./boite-aux-lettres.repository.ts";

/** An activity, as far as its boxes are concerned. */
export interface TitulaireDeBoites {
  readonly professionnelId: string;
  readonly structureId: string | null;
}

const cacheKeyFn = ({ professionnelId, structureId }: TitulaireDeBoites) => `${professionnelId} ${structureId}`;

export const createBoiteLoader = ({ sql }: Session) => ({
  /** The boxes that reach an activity: the person's, and the structure's. */
  boitesByTitulaire: new DataLoader<TitulaireDeBoites, LigneBoite[], string>(
    async (titulaires) => {
      const professionnels = titulaires.map(({ professionnelId }) => professionnelId);
      const structures = titulaires.flatMap(({ structureId }) => (structureId === null ? [] : [structureId]));
      const boites = await findBoites(sql, [...new Set(professionnels)], [...new Set(structures)]);
      return titulaires.map((titulaire) => boitesDe(titulaire, boites));
    },
    { cacheKeyFn },
  ),
});

/** A box that a person holds in another place does not reach this activity. Each address comes once. */
function boitesDe({ professionnelId, structureId }: TitulaireDeBoites, boites: readonly LigneBoite[]): LigneBoite[] {
  const siennes = boites.filter((boite) =>
    boite.professionnelId === null
      ? boite.structureId === structureId
      : boite.professionnelId === professionnelId && (boite.structureId === null || boite.structureId === structureId),
  );
  return [...new Map(siennes.toReversed().map((boite) => [boite.adresse, boite])).values()].toReversed();
}
