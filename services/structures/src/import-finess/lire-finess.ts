import { FormatInattendu, type RapportImport, readRecords } from "@coordination/importation";
import { finessValide } from "@coordination/referentiels";
import {
  type Fiche,
  jourOuNul,
  type Lire,
  lireFiche,
  REJETS,
  type Rejet,
  rejetDe,
  SIGNALEMENTS,
  type Signalement,
} from "./fiche.ts";
import { type DefautDePosition, type PointFiness, positionFiness } from "./projections.ts";

/** What a line gives: an establishment (with its position when the format has it on the row), or a position alone. */
export type LigneFiness =
  | {
      readonly nature: "ETABLISSEMENT";
      readonly ligne: number;
      readonly fiche: Fiche;
      readonly position: PointFiness | null;
    }
  | { readonly nature: "POSITION"; readonly ligne: number; readonly finess: string; readonly position: PointFiness };

/** The 32 fields of `structureet`, in order. Source: FINESS documentation, « extraction établissements ». */
const CHAMPS_STRUCTUREET =
  "section nofinesset nofinessej rs rslongue complrs compldistrib numvoie typvoie voie compvoie lieuditbp commune departement libdepartement ligneacheminement telephone telecopie categetab libcategetab categagretab libcategagretab siret codeape codemft libmft codesph libsph dateouv dateautor datemaj numuai".split(
    " ",
  );
const CHAMPS_GEOLOCALISATION = "section nofinesset coordxet coordyet sourcecoordet datemaj".split(" ");

const REJET_DE_POSITION = {
  PROJECTION: "PROJECTION_INCONNUE",
  COORDONNEES: "COORDONNEES_INVALIDES",
} as const satisfies Record<DefautDePosition, Rejet & Signalement>;

/**
 * Reads a published FINESS file, streaming, in one of its formats: `etalab-cs1100507` (establishments then positions),
 * `etalab-cs1100502` (no positions), or a file with a header row, read by name (2020 and later).
 * `millesime` is known once everything was read.
 */
export class LecteurFiness {
  /** Date of the file: its first line says it, else its most recent row. */
  millesime: string | null = null;
  private readonly dejaLus = new Set<string>();
  private readonly dejaPlaces = new Set<string>();
  private readonly fichier: string;
  private readonly rapport: RapportImport;

  constructor(fichier: string, rapport: RapportImport) {
    this.fichier = fichier;
    this.rapport = rapport;
  }

  /** The usable lines. Throws (French) when the file is none of the three formats. */
  async *lignes(): AsyncGenerator<LigneFiness> {
    const onIllisible = (ligne: number) => {
      this.rapport.lue();
      this.rejeter(ligne, "ILLISIBLE");
    };
    let lireLigne: ((ligne: number, champs: readonly string[]) => LigneFiness | null) | null = null;
    for await (const { ligne, champs } of readRecords(this.fichier, { delimiter: ";", quote: '"', onIllisible })) {
      this.rapport.lue();
      if (lireLigne === null) {
        lireLigne = this.lireEntete(champs);
        this.signaler(ligne, "ENTETE");
        continue;
      }
      const lue = lireLigne(ligne, champs);
      if (lue !== null) yield lue;
    }
  }

  private lireEntete(champs: readonly string[]): (ligne: number, champs: readonly string[]) => LigneFiness | null {
    if (champs[0] === "finess" && champs[1] === "etalab") {
      this.millesime = jourOuNul(champs[3] ?? "");
      return (ligne, valeurs) => this.lireSection(ligne, valeurs);
    }
    const noms = champs.map((nom) => nom.trim().toLowerCase());
    if (!noms.includes("nofinesset") || !noms.includes("categetab")) {
      throw new FormatInattendu(
        "Ce fichier n'est pas une extraction FINESS : ni première ligne « finess;etalab;… », ni colonnes connues.",
      );
    }
    return (ligne, valeurs) => this.lireLigneNommee(ligne, noms, valeurs);
  }

  private lireSection(ligne: number, champs: readonly string[]): LigneFiness | null {
    if (champs[0] === "structureet") {
      if (champs.length !== CHAMPS_STRUCTUREET.length) return this.rejeter(ligne, "NOMBRE_DE_CHAMPS");
      return this.lireEtablissement(ligne, lecteur(CHAMPS_STRUCTUREET, champs), null);
    }
    if (champs[0] !== "geolocalisation") return this.rejeter(ligne, "SECTION_INCONNUE");
    if (champs.length !== CHAMPS_GEOLOCALISATION.length) return this.rejeter(ligne, "NOMBRE_DE_CHAMPS");
    return this.lireGeolocalisation(ligne, lecteur(CHAMPS_GEOLOCALISATION, champs));
  }

  private lireGeolocalisation(ligne: number, lire: Lire): LigneFiness | null {
    const finess = lire("nofinesset");
    if (!finessValide(finess)) return this.rejeter(ligne, "FINESS_INVALIDE");
    if (!this.dejaLus.has(finess)) return this.rejeter(ligne, "GEOLOCALISATION_ORPHELINE");
    if (this.dejaPlaces.has(finess)) return this.rejeter(ligne, "DOUBLON");
    const position = positionFiness(lire("coordxet"), lire("coordyet"), lire("sourcecoordet"));
    if (typeof position === "string") return this.rejeter(ligne, REJET_DE_POSITION[position]);
    this.dejaPlaces.add(finess);
    this.signaler(ligne, "POSITION");
    return { nature: "POSITION", ligne, finess, position };
  }

  private lireLigneNommee(ligne: number, noms: readonly string[], champs: readonly string[]): LigneFiness | null {
    if (champs.length !== noms.length) return this.rejeter(ligne, "NOMBRE_DE_CHAMPS");
    const lire = lecteur(noms, champs);
    const maj = jourOuNul(lire("datemaj"));
    if (maj !== null && maj > (this.millesime ?? "")) this.millesime = maj;
    const [x, y] = [lire("coordx") || lire("coordxet"), lire("coordy") || lire("coordyet")];
    const position = x === "" && y === "" ? null : positionFiness(x, y, lire("sourcegeocod") || lire("sourcecoordet"));
    return this.lireEtablissement(ligne, lire, position);
  }

  private lireEtablissement(
    ligne: number,
    lire: Lire,
    position: PointFiness | DefautDePosition | null,
  ): LigneFiness | null {
    const rejet = rejetDe(lire, this.dejaLus);
    if (rejet !== null) return this.rejeter(ligne, rejet);
    const fiche = lireFiche(lire, (code) => this.signaler(ligne, code));
    this.dejaLus.add(fiche.finess);
    if (typeof position !== "string") return { nature: "ETABLISSEMENT", ligne, fiche, position };
    this.signaler(ligne, REJET_DE_POSITION[position]);
    return { nature: "ETABLISSEMENT", ligne, fiche, position: null };
  }

  private rejeter(ligne: number, code: Rejet): null {
    this.rapport.rejeter(ligne, code, REJETS[code]);
    return null;
  }

  private signaler(ligne: number, code: Signalement): void {
    this.rapport.signaler(ligne, code, SIGNALEMENTS[code]);
  }
}

const lecteur = (noms: readonly string[], champs: readonly string[]): Lire => {
  const parNom = new Map(noms.map((nom, rang) => [nom, champs[rang]?.trim() ?? ""]));
  return (nom) => parNom.get(nom) ?? "";
};
