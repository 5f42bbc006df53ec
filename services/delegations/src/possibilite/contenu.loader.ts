import type { IdentifiantsOpaques } from "@coordination/server-kit";
import DataLoader from "dataloader";
import type { ContenuPossibilite } from "./identifiant-possibilite.ts";

/** What identifiers carry, null for those that name nothing. Read together, so that what follows is asked together. */
export const createContenuLoader = (identifiants: IdentifiantsOpaques<ContenuPossibilite>) => ({
  contenuByPossibilite: new DataLoader<string, ContenuPossibilite | null>((ids) =>
    Promise.all(ids.map((id) => identifiants.decoder(id))),
  ),
});
