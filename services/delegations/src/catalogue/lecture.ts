import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Chemin, ErreurCatalogue } from "./erreur-catalogue.ts";

export interface FichierTexte {
  readonly nom: string;
  readonly texte: string;
}

/** Un fichier lu : son contenu quand il est bien formé, et de quoi dire où se trouve une faute. */
export interface FichierLu<T> {
  readonly contenu: T | null;
  readonly erreurs: readonly ErreurCatalogue[];
  signaler(chemin: Chemin, message: string): ErreurCatalogue;
}

/** How zod says a fault in French. */
export const messageFrancais = z.locales.fr().localeError;

/**
 * Lit un fichier YAML et le confronte à son schéma.
 * @returns le contenu, ou toutes les fautes avec leur ligne ; ne lève pas d'erreur
 */
export function lireFichier<T>({ nom, texte }: FichierTexte, schema: z.ZodType<T>): FichierLu<T> {
  const lignes = new LineCounter();
  const document = parseDocument(texte, { lineCounter: lignes, prettyErrors: false });

  const signaler = (chemin: Chemin, message: string): ErreurCatalogue => ({
    fichier: nom,
    ligne: trouverLigne(chemin),
    champ: chemin.join("."),
    message,
  });

  /** A missing field has no line of its own: the nearest parent that exists says where to look. */
  function trouverLigne(chemin: Chemin): number | null {
    for (let longueur = chemin.length; longueur >= 0; longueur -= 1) {
      const noeud = longueur === 0 ? document.contents : document.getIn(chemin.slice(0, longueur), true);
      if (isNode(noeud) && noeud.range) return lignes.linePos(noeud.range[0]).line;
    }
    return null;
  }

  if (document.errors.length > 0) {
    const erreurs = document.errors.map(({ pos, message }) => ({
      fichier: nom,
      ligne: lignes.linePos(pos[0]).line,
      champ: "",
      message: `YAML illisible (${message})`,
    }));
    return { contenu: null, erreurs, signaler };
  }

  const resultat = schema.safeParse(document.toJS(), { error: messageFrancais });
  if (resultat.success) return { contenu: resultat.data, erreurs: [], signaler };
  const erreurs = resultat.error.issues.map(({ path, message }) => signaler(path.map(cleSimple), message));
  return { contenu: null, erreurs, signaler };
}

const cleSimple = (cle: PropertyKey): string | number => (typeof cle === "symbol" ? cle.toString() : cle);
