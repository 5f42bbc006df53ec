/** Une faute dans un fichier du catalogue, dite à qui l'a écrit. */
export interface ErreurCatalogue {
  readonly fichier: string;
  readonly ligne: number | null;
  readonly champ: string;
  readonly message: string;
}

export type Chemin = readonly (string | number)[];

/** Une faute dans le contenu d'un fichier, avant que l'on sache à quelle ligne elle se trouve. */
export interface Faute {
  readonly chemin: Chemin;
  readonly message: string;
}

/** Toutes les fautes à la fois : on ne corrige pas un catalogue une erreur après l'autre. */
export class CatalogueInvalide extends Error {
  readonly erreurs: readonly ErreurCatalogue[];

  constructor(erreurs: readonly ErreurCatalogue[]) {
    const lignes = erreurs.map(
      ({ fichier, ligne, champ, message }) =>
        `${fichier}${ligne === null ? "" : `:${ligne}`} ${champ === "" ? "" : `${champ} : `}${message}`,
    );
    super(`Catalogue des délégations invalide (${erreurs.length} erreur(s)) :\n${lignes.join("\n")}`);
    this.name = "CatalogueInvalide";
    this.erreurs = erreurs;
  }
}
