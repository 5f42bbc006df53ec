import type { Passage } from "../etats/table.ts";

/** Où en est une orientation, lue des deux côtés (domaine.md §3.3). */
export const STATUTS_DE_L_ORIENTATION = [
  "ENVOYEE",
  "RECUE",
  "COMPLEMENT_DEMANDE",
  "EN_LISTE_ATTENTE",
  "ACCEPTEE",
  "PRISE_EN_CHARGE",
  "TERMINEE",
  "REFUSEE",
  "RETIREE",
  "DESISTEE",
  "ANNULEE",
  "SANS_REPONSE",
] as const;
export type StatutOrientation = (typeof STATUTS_DE_L_ORIENTATION)[number];

/** EMETTEUR et DESTINATAIRE agissent ; SERVICE est le service lui-même : ses horloges, et la diffusion qu'un autre a emportée. */
export type RoleOrientation = "EMETTEUR" | "DESTINATAIRE" | "SERVICE";

export type ActionOrientation =
  | "ACCUSER_RECEPTION"
  | "ACCEPTER"
  | "REFUSER"
  | "DEMANDER_COMPLEMENT"
  | "REPONDRE_COMPLEMENT"
  | "METTRE_EN_LISTE_ATTENTE"
  | "SE_DESISTER"
  | "DEMARRER"
  | "TERMINER"
  | "ANNULER"
  | "REORIENTER"
  | "CONVERTIR"
  | "RELANCER"
  | "ECHOIR"
  | "RETIRER"
  | "ROUVRIR_DIFFUSION";

/** Les états où la réponse est attendue : son échéance court. */
export const EN_ATTENTE_DE_REPONSE = ["ENVOYEE", "RECUE", "COMPLEMENT_DEMANDE"] as const;
const AVANT_LA_PRISE_EN_CHARGE = [...EN_ATTENTE_DE_REPONSE, "EN_LISTE_ATTENTE", "ACCEPTEE"] as const;

/** Les états d'où l'on passe au destinataire suivant d'une cascade. */
export const APPELLENT_LE_SUIVANT: ReadonlySet<StatutOrientation> = new Set(["REFUSEE", "DESISTEE", "SANS_REPONSE"]);

/** Les passages d'une orientation. Annuler reste possible tant que la prise en charge n'a pas commencé. */
export const PASSAGES_DE_L_ORIENTATION: readonly Passage<StatutOrientation, ActionOrientation, RoleOrientation>[] = [
  {
    action: "ACCUSER_RECEPTION",
    libelle: "le destinataire l'a vue",
    de: ["ENVOYEE"],
    par: ["DESTINATAIRE"],
    vers: "RECUE",
  },
  {
    action: "ACCEPTER",
    libelle: "le destinataire accepte ; en diffusion, le premier l'emporte",
    de: [...EN_ATTENTE_DE_REPONSE, "EN_LISTE_ATTENTE"],
    par: ["DESTINATAIRE"],
    vers: "ACCEPTEE",
  },
  {
    action: "REFUSER",
    libelle: "le destinataire refuse, avec un motif qui agit sur le classement suivant",
    de: [...EN_ATTENTE_DE_REPONSE, "EN_LISTE_ATTENTE"],
    par: ["DESTINATAIRE"],
    vers: "REFUSEE",
  },
  {
    action: "DEMANDER_COMPLEMENT",
    libelle: "le destinataire pose une question avant de répondre",
    de: ["ENVOYEE", "RECUE"],
    par: ["DESTINATAIRE"],
    vers: "COMPLEMENT_DEMANDE",
  },
  {
    action: "REPONDRE_COMPLEMENT",
    libelle: "l'émetteur répond à la question",
    de: ["COMPLEMENT_DEMANDE"],
    par: ["EMETTEUR"],
    vers: "RECUE",
  },
  {
    action: "METTRE_EN_LISTE_ATTENTE",
    libelle: "le destinataire prendrait la personne plus tard, et dit quand",
    de: EN_ATTENTE_DE_REPONSE,
    par: ["DESTINATAIRE"],
    vers: "EN_LISTE_ATTENTE",
  },
  {
    action: "SE_DESISTER",
    libelle: "après avoir accepté, le destinataire découvre qu'il ne prendra pas la personne ; la diffusion se rouvre",
    de: ["ACCEPTEE"],
    par: ["DESTINATAIRE"],
    vers: "DESISTEE",
  },
  {
    action: "DEMARRER",
    libelle: "la prise en charge commence",
    de: ["ACCEPTEE"],
    par: ["DESTINATAIRE"],
    vers: "PRISE_EN_CHARGE",
  },
  {
    action: "TERMINER",
    libelle: "l'issue est dite ; un avis d'expert ne se termine qu'avec sa synthèse",
    de: ["ACCEPTEE", "PRISE_EN_CHARGE"],
    par: ["DESTINATAIRE"],
    vers: "TERMINEE",
  },
  {
    action: "ANNULER",
    libelle: "l'émetteur y renonce, ou le dossier se ferme (fin de l'appui, décès, demande écartée)",
    de: AVANT_LA_PRISE_EN_CHARGE,
    par: ["EMETTEUR", "SERVICE"],
    vers: "ANNULEE",
  },
  {
    action: "REORIENTER",
    libelle: "l'émetteur s'adresse à un autre, sans rien perdre de l'histoire",
    de: ["REFUSEE", "DESISTEE", "SANS_REPONSE", "EN_LISTE_ATTENTE"],
    par: ["EMETTEUR"],
    vers: null,
  },
  {
    action: "CONVERTIR",
    libelle: "l'avis reçu devient une orientation",
    de: ["TERMINEE"],
    par: ["EMETTEUR"],
    vers: null,
  },
  {
    action: "RELANCER",
    libelle: "la moitié du délai est passée sans réponse : le destinataire est relancé, une fois",
    de: EN_ATTENTE_DE_REPONSE,
    par: ["SERVICE"],
    vers: null,
  },
  {
    action: "ECHOIR",
    libelle: "l'échéance de réponse est passée",
    de: EN_ATTENTE_DE_REPONSE,
    par: ["SERVICE"],
    vers: "SANS_REPONSE",
  },
  {
    action: "RETIRER",
    libelle: "un autre destinataire de la diffusion a accepté",
    de: [...EN_ATTENTE_DE_REPONSE, "EN_LISTE_ATTENTE"],
    par: ["SERVICE"],
    vers: "RETIREE",
  },
  {
    action: "ROUVRIR_DIFFUSION",
    libelle:
      "celui qui avait accepté s'est désisté : les autres destinataires de la diffusion sont sollicités de nouveau",
    de: ["RETIREE"],
    par: ["SERVICE"],
    vers: "ENVOYEE",
  },
];
