import { accueil } from "./accueil.ts";
import { arreterALaDemande } from "./arret.ts";
import { executer } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";
import { ouvrirEnUnProcessus } from "./en-un-processus.ts";

// `npm start`.

await executer(async () => {
  const configuration = lireConfiguration(process.env);
  await arreterALaDemande(async () => {
    const maison = await ouvrirEnUnProcessus(configuration, console.log);
    console.log(accueil({ ...maison, jeu: configuration.jeu }));
    return maison.stop;
  });
});
