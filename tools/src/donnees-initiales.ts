import { withAdminClient } from "@coordination/database";
import { chargerCatalogue } from "@coordination/delegations";
import { jourEnFrance } from "@coordination/server-kit";
import { chargerCommunesAnciennes, cheminDesCommunes, compterAnnuaire } from "@coordination/structures";
import type { Base } from "./base.ts";
import { enTransaction, importerFichier } from "./chargement.ts";
import { chargerLaDemonstration } from "./demonstration/charger.ts";

/**
 * What an empty database receives: the national communes, the delegations catalogue (each start adds what is new to it),
 * and the demonstration territory when asked. Says what it does through `annoncer`.
 */
export async function chargerLesDonneesInitiales(
  { adminUrl }: Pick<Base, "adminUrl">,
  { jeu, annoncer }: { jeu: "demo" | "vide"; annoncer: (phrase: string) => void },
): Promise<void> {
  await enTransaction(adminUrl, chargerCatalogue);
  const { communes, communesAnciennes, structures } = await withAdminClient(adminUrl, compterAnnuaire);
  if (communes === 0) {
    annoncer("Chargement de la table nationale des communes…");
    await importerFichier(adminUrl, "communes", cheminDesCommunes);
  } else if (communesAnciennes === 0) {
    await enTransaction(adminUrl, chargerCommunesAnciennes);
  }
  if (structures === 0 && jeu === "demo") {
    annoncer("Chargement du territoire de démonstration (Rhône et Ain, personnes inventées)…");
    await chargerLaDemonstration(adminUrl, jourEnFrance(new Date()));
  }
}
