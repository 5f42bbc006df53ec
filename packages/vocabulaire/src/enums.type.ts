import { registerEnumType } from "type-graphql";

/** Builds the `{ A: "A" }` object that type-graphql wants from a list of words. */
const enumOf = <Word extends string>(...words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const Verdict = enumOf("OUI", "NON", "INCONNU");
export type Verdict = keyof typeof Verdict;
registerEnumType(Verdict, { name: "Verdict", description: "« INCONNU » n'est jamais traité comme « OUI »." });

export const TypeStructure = enumOf(
  "MSP",
  "CENTRE_DE_SANTE",
  "ESP",
  "CPTS",
  "DAC",
  "MEDICOBUS",
  "SAS",
  "SAMU",
  "MAISON_MEDICALE_DE_GARDE",
  "CENTRE_SOINS_NON_PROGRAMMES",
  "ETABLISSEMENT_DE_SANTE",
  "EHPAD",
  "SERVICE_A_DOMICILE",
  "ETABLISSEMENT_HANDICAP",
  "SERVICE_SOCIAL",
  "SANTE_MENTALE",
  "EQUIPE_SOINS_SPECIALISES",
  "PHARMACIE",
  "LABORATOIRE",
  "CABINET",
  "SOCIETE_TELECONSULTATION",
  "CENTRE_MEDICAL_ARMEES",
  "GHT",
  "ASSOCIATION_PATIENTS",
  "AUTRE",
);
export type TypeStructure = keyof typeof TypeStructure;
registerEnumType(TypeStructure, {
  name: "TypeStructure",
  description: "Ce qu'est une structure, déduit de sa catégorie FINESS ou déclaré.",
});

export const ModaliteAccueil = enumOf(
  "SUR_SITE",
  "DOMICILE",
  "TELECONSULTATION",
  "TELEEXPERTISE",
  "TELESOIN",
  "ALLER_VERS",
);
export type ModaliteAccueil = keyof typeof ModaliteAccueil;
registerEnumType(ModaliteAccueil, { name: "ModaliteAccueil", description: "Où et comment la personne est reçue." });

export const NatureBesoin = enumOf(
  "SOINS",
  "EXPERTISE",
  "MEDICO_SOCIAL",
  "SOCIAL",
  "ADMINISTRATIF",
  "SANTE_MENTALE",
  "PREVENTION",
);
export type NatureBesoin = keyof typeof NatureBesoin;
registerEnumType(NatureBesoin, { name: "NatureBesoin", description: "De quoi la personne a besoin." });

export const Urgence = enumOf("VITALE", "SOUS_24_H", "SOUS_72_H", "SOUS_15_JOURS", "PROGRAMMEE");
export type Urgence = keyof typeof Urgence;
registerEnumType(Urgence, {
  name: "Urgence",
  description: "Le délai utile. Une urgence VITALE se traite au 15, jamais par une orientation.",
});

export const Sexe = enumOf("FEMININ", "MASCULIN", "INDETERMINE");
export type Sexe = keyof typeof Sexe;
registerEnumType(Sexe, { name: "Sexe", description: "Sexe, au sens des conditions des textes." });

export const EffetMotif = enumOf("FAVORABLE", "DEFAVORABLE", "EXCLUANT");
export type EffetMotif = keyof typeof EffetMotif;
registerEnumType(EffetMotif, { name: "EffetMotif", description: "Ce qu'un motif fait au rang d'un candidat." });

export const PrecisionPosition = enumOf("ADRESSE", "RUE", "COMMUNE", "EPCI");
export type PrecisionPosition = keyof typeof PrecisionPosition;
registerEnumType(PrecisionPosition, {
  name: "PrecisionPosition",
  description: "À quoi correspond le point : l'adresse, la rue, le centre de la commune ou celui de l'EPCI.",
});

export const Canal = enumOf(
  "TELEPHONE",
  "COURRIEL",
  "MSSANTE",
  "APICRYPT",
  "MONSISRA",
  "SITE_WEB",
  "PRISE_DE_RENDEZ_VOUS",
);
export type Canal = keyof typeof Canal;
registerEnumType(Canal, { name: "Canal", description: "Par quoi joindre." });

export const Diffusion = enumOf("PUBLIQUE", "PROFESSIONNELLE");
export type Diffusion = keyof typeof Diffusion;
registerEnumType(Diffusion, { name: "Diffusion", description: "À qui un contact peut être montré." });

export const TriAnnuaire = enumOf("PERTINENCE", "DISTANCE", "NOM");
export type TriAnnuaire = keyof typeof TriAnnuaire;
registerEnumType(TriAnnuaire, { name: "TriAnnuaire", description: "Ordre d'une recherche dans l'annuaire." });
