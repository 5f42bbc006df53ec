import { isUtf8 } from "node:buffer";

/** Which fields of a line are wanted, by position, in ascending order. */
export interface Projection {
  /** Fields that a line must have; what follows them may only be blank. */
  readonly nombreDeColonnes: number;
  readonly positions: readonly number[];
}

/** Why a line cannot be used. */
export type DefautDeLigne = "NOMBRE_DE_COLONNES" | "ENCODAGE";

/** Told of each line left out, with how it begins: sometimes enough to know of whom it was. */
export type SurDefaut = (ligne: number, defaut: DefautDeLigne, debut: string) => void;

const OCTETS_DU_DEBUT = 200;

/** What the pass has seen of a line: its bars, whether it is to be read as text, whether its block is sound UTF-8. */
interface VueDeLigne {
  readonly barres: number;
  readonly aRelire: boolean;
  readonly valide: boolean;
}

const [LF, CR, BARRE, ESPACE] = [0x0a, 0x0d, 0x7c, 0x20];
/** A line's number and a bar before it: at most so many bytes. */
const OCTETS_DU_NUMERO = 12;

const [ORDINAIRE, SEPARATEUR, FIN_DE_LIGNE, A_RELIRE] = [0, 1, 2, 3];
/**
 * What a byte is to the pass below. Control characters, and the first bytes of the characters that may be exotic spaces
 * (U+0085, U+00A0, U+1680, U+2000…, U+3000, U+FEFF), have their line read again as text.
 */
const CLASSES = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet === BARRE) return SEPARATEUR;
  if (octet === LF) return FIN_DE_LIGNE;
  return octet < ESPACE || [0x7f, 0xc2, 0xe1, 0xe2, 0xe3, 0xef].includes(octet) ? A_RELIRE : ORDINAIRE;
});

/**
 * Passes over the lines of a `|`-delimited file as bytes, and writes those that can be used for COPY (CSV without quotes):
 * line number, then the wanted fields, trimmed. A plain line is copied as it stands; only one with something unusual
 * (spaces beside a bar, control characters) is decoded. Both give what reading the line as text would.
 */
export class LignesBrutes {
  /** Lines read, empty ones left out. */
  lues = 0;
  private readonly plages: readonly (readonly [number, number])[];
  private readonly barres: Int32Array;
  private readonly projection: Projection;
  private readonly onDefaut: SurDefaut;
  private ligne: number;
  private sortie = Buffer.alloc(0);
  private ecrits = 0;

  /** `derniere` is the number of the last line already read, the header's. */
  constructor(projection: Projection, derniere: number, onDefaut: SurDefaut) {
    this.projection = projection;
    this.onDefaut = onDefaut;
    this.ligne = derniere;
    this.plages = enPlages(projection.positions);
    this.barres = new Int32Array(projection.nombreDeColonnes);
  }

  /** What to send for these whole lines. `bloc` ends with a line feed. */
  trier(bloc: Buffer): Buffer {
    // A usable line has a bar or more, so that its number costs less than the line itself plus this margin.
    this.sortie = Buffer.allocUnsafe(bloc.length * 2 + OCTETS_DU_NUMERO);
    this.ecrits = 0;
    const valide = isUtf8(bloc);
    let [debut, barres, aRelire] = [0, 0, false];
    for (let rang = 0; rang < bloc.length; rang += 1) {
      const classe = CLASSES[bloc[rang] ?? 0];
      if (classe === ORDINAIRE) continue;
      if (classe === SEPARATEUR) {
        if (barres < this.barres.length) this.barres[barres] = rang;
        barres += 1;
        if (bloc[rang - 1] === ESPACE || bloc[rang + 1] === ESPACE) aRelire = true;
      } else if (classe === FIN_DE_LIGNE) {
        const fin = rang > debut && bloc[rang - 1] === CR ? rang - 1 : rang;
        this.lire(bloc, debut, fin, { barres, aRelire, valide });
        [debut, barres, aRelire] = [rang + 1, 0, false];
      } else if (bloc[rang] !== CR || bloc[rang + 1] !== LF) aRelire = true;
    }
    return this.sortie.subarray(0, this.ecrits);
  }

  private lire(bloc: Buffer, debut: number, fin: number, vue: VueDeLigne): void {
    this.ligne += 1;
    if (fin === debut) return;
    this.lues += 1;
    const defaut = this.defautDe(bloc, debut, fin, vue);
    if (defaut !== null)
      this.onDefaut(this.ligne, defaut, bloc.toString("latin1", debut, Math.min(fin, debut + OCTETS_DU_DEBUT)));
    else this.garder(bloc, debut, fin, vue);
  }

  private defautDe(bloc: Buffer, debut: number, fin: number, { barres, valide }: VueDeLigne): DefautDeLigne | null {
    const { nombreDeColonnes } = this.projection;
    if (!valide && !isUtf8(bloc.subarray(debut, fin))) return "ENCODAGE";
    if (barres + 1 < nombreDeColonnes) return "NOMBRE_DE_COLONNES";
    // After the last column: a closing bar, and what is blank.
    const fermante = barres < nombreDeColonnes ? fin : (this.barres[nombreDeColonnes - 1] ?? fin);
    if (fermante >= fin - 1 || /^[|\s]*$/.test(bloc.toString("utf8", fermante, fin))) return null;
    return "NOMBRE_DE_COLONNES";
  }

  private garder(bloc: Buffer, debut: number, fin: number, { barres, aRelire }: VueDeLigne): void {
    const { nombreDeColonnes } = this.projection;
    if (barres < nombreDeColonnes) this.barres[nombreDeColonnes - 1] = fin;
    this.ecrire(String(this.ligne));
    const entouree = bloc[debut] === ESPACE || bloc[fin - 1] === ESPACE;
    if (aRelire || entouree) this.ecrireChamps(bloc.toString("utf8", debut, fin).split("|"));
    else this.copierPlages(bloc, debut);
    this.sortie[this.ecrits] = LF;
    this.ecrits += 1;
  }

  /** Runs of wanted fields, bars included. */
  private copierPlages(bloc: Buffer, debut: number): void {
    const { sortie, barres } = this;
    let ecrits = this.ecrits;
    for (const [premiere, derniere] of this.plages) {
      sortie[ecrits] = BARRE;
      ecrits += 1;
      const fin = barres[derniere] ?? 0;
      // A loop beats `copy` for the few bytes that a run has.
      for (let rang = premiere === 0 ? debut : (barres[premiere - 1] ?? 0) + 1; rang < fin; rang += 1) {
        sortie[ecrits] = bloc[rang] ?? 0;
        ecrits += 1;
      }
    }
    this.ecrits = ecrits;
  }

  private ecrireChamps(champs: readonly string[]): void {
    for (const position of this.projection.positions) this.ecrire(`|${nettoyer(champs[position] ?? "")}`);
  }

  private ecrire(texte: string): void {
    this.ecrits += this.sortie.write(texte, this.ecrits);
  }
}

/** U+0000 cannot be stored; other control characters are typing accidents, and part words as a space does. */
const nettoyer = (champ: string): string =>
  champ
    .replaceAll("\u0000", "")
    .replace(/\p{Cc}+/gu, " ")
    .trim();

/** Consecutive positions make one run: first and last. */
function enPlages(positions: readonly number[]): [number, number][] {
  const plages: [number, number][] = [];
  for (const position of positions) {
    const plage = plages.at(-1);
    if (plage?.[1] === position - 1) plage[1] = position;
    else plages.push([position, position]);
  }
  return plages;
}
