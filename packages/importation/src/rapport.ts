/** What happened to the rows of a load, by reason, with their line numbers. */
export interface LignesParRaison {
  readonly code: string;
  readonly libelle: string;
  nombre: number;
  /** Line numbers, the first `LIGNES_CITEES` of them. */
  readonly lignes: number[];
}

export interface Ecritures {
  readonly inserees: number;
  readonly modifiees: number;
  readonly fermees: number;
  readonly inchangees: number;
}

/** How many line numbers a report gives for one reason. */
export const LIGNES_CITEES = 1_000;

/** The report of one import: every line read is accounted for, either as a written row or as a rejected one. */
export class RapportImport {
  readonly format: string;
  readonly fichier: string;
  private lues = 0;
  private ecritures: Ecritures = { inserees: 0, modifiees: 0, fermees: 0, inchangees: 0 };
  private readonly rejets = new Map<string, LignesParRaison>();
  private readonly signalements = new Map<string, LignesParRaison>();

  constructor({ format, fichier }: { format: string; fichier: string }) {
    this.format = format;
    this.fichier = fichier;
  }

  /** Counts lines read. */
  lue(nombre = 1): void {
    this.lues += nombre;
  }

  /** A line left out, and why. */
  rejeter(ligne: number, code: string, libelle: string): void {
    noter(this.rejets, ligne, code, libelle);
  }

  /** A line kept, with something a reader should know. */
  signaler(ligne: number, code: string, libelle: string): void {
    noter(this.signalements, ligne, code, libelle);
  }

  /** The same for lines that the database found: how many, and the first of them in order. */
  rejeterLignes(raison: LignesParRaison): void {
    this.rejets.set(raison.code, citer(raison));
  }

  signalerLignes(raison: LignesParRaison): void {
    this.signalements.set(raison.code, citer(raison));
  }

  /** Records what the load wrote. */
  compter(ecritures: Ecritures): void {
    this.ecritures = ecritures;
  }

  /** True when the load wrote nothing: the same file again. */
  get sansChangement(): boolean {
    return this.ecritures.inserees + this.ecritures.modifiees + this.ecritures.fermees === 0;
  }

  toJSON(): Record<string, unknown> {
    return {
      format: this.format,
      fichier: this.fichier,
      resultat: this.sansChangement ? "AUCUN_CHANGEMENT" : "IMPORTE",
      lues: this.lues,
      ...this.ecritures,
      rejetees: [...this.rejets.values()].reduce((total, { nombre }) => total + nombre, 0),
      rejets: parPremiereLigne(this.rejets),
      signalements: parPremiereLigne(this.signalements),
    };
  }

  /** The report in French, for the terminal. */
  enTexte(): string {
    const { inserees, modifiees, fermees, inchangees } = this.ecritures;
    return [
      `Import ${this.format} : ${this.fichier}`,
      `  lignes lues : ${this.lues}`,
      `  insérées : ${inserees} · modifiées : ${modifiees} · fermées : ${fermees} · inchangées : ${inchangees}`,
      ...parPremiereLigne(this.rejets).map((raison) => `  rejetées : ${enPhrase(raison)}`),
      ...parPremiereLigne(this.signalements).map((raison) => `  à savoir : ${enPhrase(raison)}`),
      `  ${this.conclusion()}`,
    ].join("\n");
  }

  private conclusion(): string {
    if (!this.sansChangement) return "Importé.";
    return this.ecritures.inchangees > 0
      ? "Aucun changement : ces données étaient déjà là."
      : "Aucun changement : aucune ligne n'a été retenue.";
  }
}

function noter(raisons: Map<string, LignesParRaison>, ligne: number, code: string, libelle: string): void {
  const raison = raisons.get(code) ?? { code, libelle, nombre: 0, lignes: [] };
  raisons.set(code, raison);
  raison.nombre += 1;
  if (raison.lignes.length < LIGNES_CITEES) raison.lignes.push(ligne);
}

const citer = (raison: LignesParRaison): LignesParRaison => ({
  ...raison,
  lignes: raison.lignes.slice(0, LIGNES_CITEES),
});

/** In the order in which somebody who reads the file meets them. */
const parPremiereLigne = (raisons: ReadonlyMap<string, LignesParRaison>): readonly LignesParRaison[] =>
  [...raisons.values()].toSorted((une, autre) => (une.lignes[0] ?? 0) - (autre.lignes[0] ?? 0));

const LIGNES_AFFICHEES = 10;

function enPhrase({ libelle, nombre, lignes }: LignesParRaison): string {
  const citees = lignes.slice(0, LIGNES_AFFICHEES).join(", ");
  return `${nombre} — ${libelle} (lignes ${citees}${nombre > LIGNES_AFFICHEES ? "…" : ""})`;
}
