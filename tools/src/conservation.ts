import { openDatabase, withAdminClient } from "@coordination/database";
import {
  appliquerLaConservation,
  compterLesDossiersAEffacer,
  direDuree,
  fixerLaConservation,
  lireLaTable,
  OBJETS_CONSERVES,
} from "@coordination/parcours";
import { type Base, ouvrirBase } from "./base.ts";
import { executer } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";
import { type Demande, lireDemande } from "./conservation/demande.ts";

// `npm run conservation -- montrer | fixer … | appliquer`: how long cases are kept (docs/conservation.md), also while the server runs.

const RIEN = "Aucune durée n'est fixée : rien n'est effacé, jamais.";

async function montrer({ adminUrl }: Base): Promise<void> {
  const lignes = await withAdminClient(adminUrl, lireLaTable);
  for (const [objet, libelle] of Object.entries(OBJETS_CONSERVES)) {
    const ligne = lignes.find((une) => une.objet === objet);
    const dit =
      ligne === undefined
        ? "rien n'est fixé, conservé sans limite"
        : `${direDuree(ligne)}, fixé le ${ligne.fixeeLe.toISOString().slice(0, 10)} ; source : ${ligne.source}`;
    console.log(`${objet} (${libelle}) : ${dit}`);
  }
  if (lignes.every(({ mois, jours }) => mois === null && jours === null)) console.log(RIEN);
}

async function fixer({ adminUrl }: Base, { commande: _fixer, ...decision }: Demande & { commande: "fixer" }) {
  await withAdminClient(adminUrl, (client) => fixerLaConservation(client, decision));
  console.log(
    `${decision.objet} : ${direDuree(decision)}. Ce qui est échu s'effacera à la prochaine passe du jour, ou par « appliquer ».`,
  );
}

async function appliquer({ urls }: Base, aBlanc: boolean): Promise<void> {
  const database = await openDatabase({
    url: urls.parcours ?? "",
    schema: "parcours",
    applicationName: "conservation",
  });
  try {
    const maintenant = new Date();
    if (aBlanc) console.log(`À effacer : ${await compterLesDossiersAEffacer(database, maintenant)}. Rien n'est écrit.`);
    else console.log(`Effacés : ${await appliquerLaConservation(database, maintenant)}.`);
  } finally {
    await database.close();
  }
}

await executer(async () => {
  const demande = lireDemande(process.argv.slice(2));
  const base = await ouvrirBase(lireConfiguration(process.env));
  try {
    if (demande.commande === "montrer") await montrer(base);
    else if (demande.commande === "fixer") await fixer(base, demande);
    else await appliquer(base, demande.aBlanc);
  } finally {
    await base.stop();
  }
});
