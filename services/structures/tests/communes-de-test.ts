import { importerCommunes } from "../src/index.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";
import { avecFichier } from "./fichiers.ts";

/** A few real communes of two départements, with round positions. */
const COMMUNES = `code_insee,nom,type,parent,codes_postaux,departement,region,population,epci,nom_epci,latitude,longitude,precision
01053,Bourg-en-Bresse,COMMUNE,,01000,01,84,41000,200071751,CA du Bassin de Bourg-en-Bresse,46.2,5.22,COMMUNE
01344,Saint-Denis-lès-Bourg,COMMUNE,,01000,01,84,5700,200071751,CA du Bassin de Bourg-en-Bresse,46.2,5.19,COMMUNE
01034,Belley,COMMUNE,,01300,01,84,9100,200040350,CC Bugey Sud,45.76,5.69,COMMUNE
69266,Villeurbanne,COMMUNE,,69100,69,84,156000,200046977,Métropole de Lyon,45.77,4.88,COMMUNE
69123,Lyon,COMMUNE,,69001 69003,69,84,519000,200046977,Métropole de Lyon,45.75,4.85,COMMUNE
69383,Lyon 3e Arrondissement,ARRONDISSEMENT_MUNICIPAL,69123,69003,69,84,100000,200046977,Métropole de Lyon,45.76,4.86,COMMUNE
97411,Saint-Denis,COMMUNE,,97400 97417,974,04,153000,249740119,CA Intercommunale du Nord de La Réunion,-20.88,55.45,COMMUNE
`;

/** Loads the communes of the tests. */
export const importerLesCommunes = (annuaire: AnnuaireDeTest): Promise<unknown> =>
  avecFichier(COMMUNES, (fichier) => annuaire.ecrire((client) => importerCommunes(client, { fichier })));
