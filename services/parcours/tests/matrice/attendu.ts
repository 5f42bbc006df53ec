import type { Reponse } from "../sous-graphe.ts";
import type { Scene } from "./scene.ts";

/** What each secret of the scene looks like in an answer: words of its fields, found nowhere else. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  nom: /ZEPHIRIN/,
  prenom: /Odalric/,
  naissance: /1950-11-22/,
  age: /"age":\d/,
  ins: /299990199900103/,
  telephone: /0499999999/,
  adresse: /rue Inventée/,
  proches: /Proche Inventé|0488888888/,
  numero: /"numero":"\d/,
  demandeur: /Exemple-Demandeur|0400000000/,
  motif: /retour à domicile après/,
  difficulte: /personne ne passe/,
  commune: /31555|69123/,
  note: /lavande/,
  besoin: /capucine/,
  evaluation: /pivoine|sauge/,
  plan: /mélisse|muguet/,
  concertation: /Camélia|iris/,
  cercle: /Pervenche|bleuet/,
  consentement: /NON_OPPOSITION|CONSENTEMENT_PREALABLE/,
  message: /Ancolie/,
  echanges: /bruyère|glycine/,
  synthese: /jacinthe/,
  anonyme1: /anonyme pour MSP-1/,
  anonyme2: /anonyme pour MSP-2/,
  anonyme4: /anonyme pour MSP-4/,
  histoire: /est reçue/,
  numeroEquipe: /jonquille/,
  numeroDemandeur: /narcisse/,
};

/** The secrets that answers tell, errors included, cursors opened. */
export function secretsDe(reponses: Reponse | readonly Reponse[]): string {
  const texte = JSON.stringify(reponses);
  const curseurs = [...texte.matchAll(/"endCursor":"([^"]+)"/g)].map(([, curseur = ""]) =>
    Buffer.from(curseur, "base64url").toString(),
  );
  return Object.entries(SECRETS)
    .filter(([, signe]) => [texte, ...curseurs].some((lu) => signe.test(lu)))
    .map(([nom]) => nom)
    .toSorted()
    .join(" ");
}

/** The same words in the order in which `secretsDe` tells them. */
export const tries = (mots: string): string => mots.split(" ").filter(Boolean).toSorted().join(" ");

const IDENTITE = "nom prenom naissance age ins telephone adresse proches";
const DEMANDE = "demandeur motif difficulte commune";
const EQUIPE = `${IDENTITE} numero ${DEMANDE} note evaluation plan concertation cercle consentement histoire numeroEquipe`;
/** Who holds a need without a case: who it is about, what is needed and where, what the person said of sharing; there is nothing more. */
const PORTEUR = `${IDENTITE} commune besoin consentement`;
const RIEN = "";

/** What someone reads by asking for everything, from each place where a case may be entered. */
export interface Lecture {
  readonly dossier: string;
  readonly besoin: string;
  readonly acceptee: string;
  readonly envoyee: string;
  readonly sansFondement: string;
  readonly besoinHorsDossier: string;
  readonly dossierCache: string;
  readonly accepteeHorsDossier: string;
  readonly envoyeeHorsDossier: string;
  readonly mesParcours: string;
  readonly recues: string;
  readonly emises: string;
  readonly traces: string;
  readonly export: string;
}

/** Where a case may be entered by an identifier, and what stands there. */
export const ENTREES = [
  ["dossier", "Parcours"],
  ["besoin", "Besoin"],
  ["acceptee", "Orientation"],
  ["envoyee", "Orientation"],
  ["sansFondement", "Orientation"],
  ["besoinHorsDossier", "Besoin"],
  ["dossierCache", "Parcours"],
  ["accepteeHorsDossier", "Orientation"],
  ["envoyeeHorsDossier", "Orientation"],
] as const satisfies readonly (readonly [entree: keyof Lecture & keyof Scene, type: string])[];

const AVEUGLE: Lecture = {
  dossier: RIEN,
  besoin: RIEN,
  acceptee: RIEN,
  envoyee: RIEN,
  sansFondement: RIEN,
  besoinHorsDossier: RIEN,
  dossierCache: RIEN,
  accepteeHorsDossier: RIEN,
  envoyeeHorsDossier: RIEN,
  mesParcours: RIEN,
  recues: RIEN,
  emises: RIEN,
  traces: RIEN,
  export: RIEN,
};
const CONFIEE = `${IDENTITE} message echanges synthese anonyme1`;
const DU_CERCLE = `${IDENTITE} numero ${DEMANDE} cercle consentement histoire`;
const ENVOIS = "message echanges synthese anonyme1 anonyme2 anonyme4";

/** The expected table: role × entry, and what comes out of it whatever the path inside. */
export const ATTENDU: Readonly<Record<string, Lecture>> = {
  "l'équipe": {
    ...AVEUGLE,
    dossier: `${EQUIPE} besoin ${ENVOIS}`,
    besoin: `${EQUIPE} ${ENVOIS}`,
    acceptee: `${EQUIPE} besoin message echanges synthese anonyme1`,
    envoyee: `${EQUIPE} besoin anonyme2`,
    sansFondement: `${EQUIPE} besoin anonyme4`,
    mesParcours: `${EQUIPE} besoin ${ENVOIS}`,
    emises: `${EQUIPE} besoin ${ENVOIS}`,
    traces: "traces",
    export: "export",
  },
  "une autre équipe": AVEUGLE,
  "le demandeur": { ...AVEUGLE, dossier: `numero ${DEMANDE} histoire numeroDemandeur` },
  "le destinataire qui a accepté, sur un consentement": {
    ...AVEUGLE,
    acceptee: CONFIEE,
    accepteeHorsDossier: CONFIEE,
    recues: CONFIEE,
  },
  "le destinataire qui n'a pas accepté": {
    ...AVEUGLE,
    envoyee: "anonyme2",
    envoyeeHorsDossier: "anonyme2",
    recues: "anonyme2",
  },
  "le destinataire qui a accepté, sans fondement": { ...AVEUGLE, sansFondement: "anonyme4", recues: "anonyme4" },
  "un membre du cercle": { ...AVEUGLE, dossier: DU_CERCLE, mesParcours: DU_CERCLE },
  "un ancien membre du cercle": AVEUGLE,
  "le porteur d'un besoin hors dossier": {
    ...AVEUGLE,
    besoinHorsDossier: `${PORTEUR} message echanges synthese anonyme1 anonyme2`,
    accepteeHorsDossier: `${PORTEUR} message echanges synthese anonyme1`,
    envoyeeHorsDossier: `${PORTEUR} anonyme2`,
    emises: `${PORTEUR} message echanges synthese anonyme1 anonyme2`,
  },
  "une autre CPTS": AVEUGLE,
  "un passant": AVEUGLE,
  "un éditeur sans portée": AVEUGLE,
  personne: AVEUGLE,
};
