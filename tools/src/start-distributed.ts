import { accueil } from "./accueil.ts";
import { arreterALaDemande } from "./arret.ts";
import { executer } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";
import { dossierDesPids, ouvrirEnPlusieursProcessus } from "./en-plusieurs-processus.ts";

// `npm run start:distributed`.

await executer(async () => {
  const configuration = lireConfiguration(process.env);
  await arreterALaDemande(async () => {
    const maison = await ouvrirEnPlusieursProcessus(configuration, console.log);
    console.log(accueil({ ...maison, jeu: configuration.jeu }));
    console.log(`Processus : ${dossierDesPids(configuration)}/*.pid`);
    return maison.stop;
  });
});
