import type { Principe } from "@coordination/rules";
import type { Canal, Diffusion } from "@coordination/vocabulaire";

interface Contact {
  readonly canal: Canal;
  readonly valeur: string;
  readonly diffusion: Diffusion;
}

/** Messageries sécurisées de santé : leurs adresses ne se montrent qu'aux professionnels authentifiés. */
const SECURISEES: ReadonlySet<Canal> = new Set(["MSSANTE", "APICRYPT", "MONSISRA"]);

const ADRESSE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const CHIFFRES_D_UN_TELEPHONE = /^\+?\d{4,15}$/;

const estTelephone = (valeur: string) => CHIFFRES_D_UN_TELEPHONE.test(valeur.replace(/[\s.()-]/g, ""));
const estLien = (valeur: string) => /^https?:\/\//.test(valeur) && URL.canParse(valeur);

/** Ce qu'un canal attend, et comment le dire. */
const FORMES: Readonly<Record<Canal, { readonly juste: (valeur: string) => boolean; readonly attendu: string }>> = {
  TELEPHONE: { juste: estTelephone, attendu: "un numéro de téléphone" },
  COURRIEL: { juste: (valeur) => ADRESSE.test(valeur), attendu: "une adresse électronique" },
  MSSANTE: { juste: (valeur) => ADRESSE.test(valeur), attendu: "une adresse de messagerie" },
  APICRYPT: { juste: (valeur) => ADRESSE.test(valeur), attendu: "une adresse de messagerie" },
  MONSISRA: { juste: (valeur) => ADRESSE.test(valeur), attendu: "une adresse de messagerie" },
  SITE_WEB: { juste: estLien, attendu: "un lien « https://… »" },
  PRISE_DE_RENDEZ_VOUS: { juste: estLien, attendu: "un lien « https://… »" },
};

/** Ce qui ne va pas dans un contact : le champ et une phrase ; `null` quand il convient. */
export function defautDuContact({ canal, valeur, diffusion }: Contact): { champ: string; phrase: string } | null {
  const { juste, attendu } = FORMES[canal];
  if (!juste(valeur)) return { champ: "valeur", phrase: `Ce canal attend ${attendu}.` };
  if (SECURISEES.has(canal) && diffusion === "PUBLIQUE") {
    return { champ: "diffusion", phrase: "Une messagerie sécurisée ne se montre qu'aux professionnels." };
  }
  return null;
}

export const diffusionDesContactsDUnePersonne: Principe = {
  principe: "DIFFUSION_DES_CONTACTS_D_UNE_PERSONNE",
  intitule: "Un moyen de joindre un professionnel :",
  phrases: [
    `d'une messagerie entre professionnels (${[...SECURISEES].join(", ")}) n'est déclaré, et montré, qu'aux professionnels`,
    "de diffusion PROFESSIONNELLE, et une boîte MSSanté, ne sont rendus qu'à un professionnel authentifié ou à qui agit pour lui ou pour une structure",
    "une boîte en liste rouge n'est rendue à personne, ni par la liste nationale ni par une déclaration",
    "porte son canal, sa source et sa date ; ceux du répertoire restent à côté de ceux que l'on déclare",
  ],
  source:
    "cahier des charges : boîtes MSSanté aux seuls professionnels authentifiés, liste rouge à personne ; ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : deux publics, les professionnels et les patients",
  relueLe: "2026-11-23",
};
