import { DEMANDE as DEMANDE_D_EXEMPLE } from "../journeys/parcours.fixture.ts";

/** An invented person whose words are found nowhere else; the INS has a right key and a month that nobody is born in. */
export const PERSONNE = {
  ...DEMANDE_D_EXEMPLE.usager,
  nomNaissance: "QUERCYMONTFERRANDEL",
  prenoms: ["Théodulphine"],
  nomUtilise: "Vaubrizandre",
  dateNaissance: "1950-11-22",
  sexe: "FEMININ",
  telephone: "0499887766",
  lieuDeVie: "DOMICILE",
  adresse: { lignes: ["17 venelle Ornithorinquette"], ville: "Villeurbanne" },
  proches: [{ nom: "Barnabéas Proximalet", lien: "fils", telephone: "0488776655" }],
};
/** Her INS with a key that is wrong: no less hers. */
export const INS_FAUX = { ...PERSONNE.ins, matricule: "299990199900104" };

/** All that must be read in clear nowhere. */
export const SECRET = new RegExp(
  [
    "QUERCYMONTFERRANDEL",
    "Théodulphine",
    "Theodulphine",
    "Vaubrizandre",
    "Ornithorinquette",
    "Proximalet",
    "Demandeurlin",
    "299990199900103",
    "299990199900104",
    "0499887766",
    "0488776655",
    "0477665544",
  ].join("|"),
  "i",
);

/** How someone writes of her in a free text. */
export const NOMMEE = `${PERSONNE.prenoms[0]} ${PERSONNE.nomNaissance}, tél. ${PERSONNE.telephone}`;

export const DEMANDE = {
  ...DEMANDE_D_EXEMPLE,
  demandeur: { nature: "PROFESSIONNEL_DE_VILLE", nom: "Dr Demandeurlin", telephone: "0477665544" },
  motif: `retour à domicile de ${NOMMEE}`,
  difficulte: `personne ne passe chez ${PERSONNE.nomUtilise}`,
  usager: PERSONNE,
};
