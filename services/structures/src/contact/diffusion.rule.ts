import type { Principe } from "@coordination/rules";
import type { Canal, Diffusion } from "@coordination/vocabulaire";

/** Secure messaging between professionals: their addresses are for them. Source : S140, S143, S165. */
const CANAUX_PROFESSIONNELS: ReadonlySet<Canal> = new Set(["MSSANTE", "APICRYPT", "MONSISRA"]);

/** True for a channel whose addresses may never be shown to everyone. */
export const estCanalProfessionnel = (canal: Canal): boolean => CANAUX_PROFESSIONNELS.has(canal);

/** The contacts that this reader may see: a professional, all; anyone else, those for everyone. */
export const contactsVisibles = <Contact extends { readonly diffusion: Diffusion }>(
  contacts: readonly Contact[],
  { professionnel }: { readonly professionnel: boolean },
): Contact[] => contacts.filter(({ diffusion }) => professionnel || diffusion === "PUBLIQUE");

export const diffusionDesContacts: Principe = {
  principe: "DIFFUSION_DES_CONTACTS",
  intitule: "Un moyen de joindre une structure :",
  phrases: [
    `d'une messagerie entre professionnels (${[...CANAUX_PROFESSIONNELS].join(", ")}) n'est jamais montré à tous, quoi que dise qui le déclare`,
    "de diffusion PROFESSIONNELLE n'est rendu qu'à un professionnel authentifié",
    "de diffusion PUBLIQUE est rendu à tous",
  ],
  source:
    "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « logiciel adapté aux professionnels de ville » ; « quelle que soit la messagerie du correspondant (MonSisra, autre messagerie MSSanté, Apicrypt...) » ; deux publics, les professionnels et les patients",
  relueLe: "2026-11-23",
};
