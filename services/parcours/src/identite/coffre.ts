import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** A key of 32 bytes and the name that ciphertexts carry, so that another may take its place. */
export interface Cle {
  readonly nom: string;
  readonly octets: Buffer;
}

/** What encrypts the nominative part of a case, and finds the same person again without reading anyone. */
export interface Coffre {
  /** `objet` binds the text to the row that holds it: moved to another row, it does not open. */
  chiffrer(objet: string, contenu: unknown): string;
  /** @throws Error when the text was altered, moved, or written under a key that is gone. */
  dechiffrer(objet: string, chiffre: string): unknown;
  /** Keyed hash of what identifies someone; the same for the same text, useless without the key. */
  empreinte(texte: string): string;
}

const ALGORITHME = "aes-256-gcm";
const IV = 12;
/** A shorter seal would be guessed sooner; without this the runtime takes one of 4 bytes. */
const SCEAU = { authTagLength: 16 };
const SEPARATEUR = ".";

/** AES-256-GCM. The first key writes, all of them read; the index key is apart, for hashes must outlive a rotation. */
export function createCoffre(cles: readonly Cle[], cleIndex: Buffer): Coffre {
  const [courante] = cles;
  if (courante === undefined) throw new Error("Il faut au moins une clé.");
  return {
    chiffrer: (objet, contenu) => {
      const iv = randomBytes(IV);
      const chiffreur = createCipheriv(ALGORITHME, courante.octets, iv, SCEAU).setAAD(Buffer.from(objet));
      const texte = Buffer.concat([chiffreur.update(JSON.stringify(contenu), "utf8"), chiffreur.final()]);
      return [
        courante.nom,
        ...[iv, chiffreur.getAuthTag(), texte].map((morceau) => morceau.toString("base64url")),
      ].join(SEPARATEUR);
    },
    dechiffrer: (objet, chiffre) => {
      const [nom, ...morceaux] = chiffre.split(SEPARATEUR);
      const cle = cles.find((une) => une.nom === nom);
      const [iv, sceau, texte] = morceaux.map((morceau) => Buffer.from(morceau, "base64url"));
      if (cle === undefined || iv === undefined || sceau === undefined || texte === undefined) {
        throw new Error("Texte chiffré illisible, ou clé absente.");
      }
      const dechiffreur = createDecipheriv(ALGORITHME, cle.octets, iv, SCEAU)
        .setAAD(Buffer.from(objet))
        .setAuthTag(sceau);
      return JSON.parse(Buffer.concat([dechiffreur.update(texte), dechiffreur.final()]).toString("utf8"));
    },
    empreinte: (texte) => createHmac("sha256", cleIndex).update(texte).digest("base64url"),
  };
}

const derivee = (secret: string, usage: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "coordination", usage, 32));

/**
 * The keys of this house. IDENTITE_CLES holds « nom:base64 » separated by commas, the one that writes first; IDENTITE_INDEX
 * holds the index key in base64. Without them, on a machine of one's own, both derive from INTERNAL_SECRET.
 * @throws Error naming the variable that is missing in production, or that is not a key of 32 bytes.
 */
export function lireCles(environnement: NodeJS.ProcessEnv, secret: string): { cles: readonly Cle[]; index: Buffer } {
  const { IDENTITE_CLES, IDENTITE_INDEX, NODE_ENV } = environnement;
  if (NODE_ENV === "production" && (!IDENTITE_CLES || !IDENTITE_INDEX)) {
    throw new Error(
      "IDENTITE_CLES et IDENTITE_INDEX sont obligatoires en production : l'identité des personnes en dépend.",
    );
  }
  const cles = (IDENTITE_CLES ?? "")
    .split(",")
    .filter((cle) => cle !== "")
    .map((cle) => {
      const [nom = "", base64 = ""] = cle.split(":");
      return { nom, octets: exigerCle("IDENTITE_CLES", base64) };
    });
  return {
    cles: cles.length > 0 ? cles : [{ nom: "locale", octets: derivee(secret, "identite:chiffre") }],
    index: IDENTITE_INDEX ? exigerCle("IDENTITE_INDEX", IDENTITE_INDEX) : derivee(secret, "identite:index"),
  };
}

function exigerCle(variable: string, base64: string): Buffer {
  const octets = Buffer.from(base64, "base64");
  if (octets.length !== 32) throw new Error(`${variable} : chaque clé compte 32 octets, en base64.`);
  return octets;
}
