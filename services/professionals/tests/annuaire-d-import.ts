import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, type LigneDeTest, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

const PERSONNE = /* GraphQL */ `
  query ($rpps: Rpps!) {
    professionnel(rpps: $rpps) {
      id rpps civilite nom prenom estMedecinGeneraliste estIpa
      exercices { profession { code libelle systeme } categorie savoirFaire { code libelle type } }
      situations(actives: false) {
        id raisonSociale modeExercice soignante genreActivite { code libelle } structure { id } commune { codeInsee }
        adresse { lignes codePostal ville codeInsee pays } position { latitude longitude precision }
        contacts { canal valeur diffusion misAJourLe source } disponibilite { etat perimee } provenance { source millesime }
      }
      situationsActives: situations { id }
      provenance { source millesime }
    }
  }`;

interface Personne {
  professionnel: null | {
    nom: string;
    situations: {
      id: string;
      structure: { id: string } | null;
      commune: { codeInsee: string } | null;
      position: object | null;
      adresse: { lignes: string[] };
    }[];
    situationsActives: { id: string }[];
  };
}

type OptionsDeFichier = NonNullable<Parameters<typeof ecrireFichier>[1]>;
type OptionsDImport = Omit<Parameters<typeof importerRpps>[1], "fichier">;

/** A directory with communes, what importing lines into it reports, and what it then says of the nth person. */
export interface AnnuaireDImport extends AnnuaireDeTest {
  importer(
    lignes: readonly LigneDeTest[],
    options?: OptionsDeFichier & OptionsDImport,
  ): Promise<Record<string, unknown>>;
  lire(rang: number): Promise<Personne["professionnel"]>;
}

export async function ouvrirAnnuaireDImport(): Promise<AnnuaireDImport> {
  const annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire((client) => publierCommunes(client));
  return {
    ...annuaire,
    importer: async (lignes, options) => {
      const fichier = await ecrireFichier(lignes, options);
      return (await annuaire.ecrire((client) => importerRpps(client, { ...options, fichier }))).toJSON();
    },
    lire: async (rang) => (await annuaire.demander<Personne>(PERSONNE, { rpps: rppsDe(rang) })).professionnel,
  };
}
