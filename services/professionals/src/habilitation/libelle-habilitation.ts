import type { LigneHabilitation } from "./habilitation.repository.ts";
import type { Habilitation } from "./habilitation.type.ts";

/** The authorisations that the catalogue of delegations asks for, named as they are obtained. */
const LIBELLES: Readonly<Record<string, string>> = {
  VACCINATION_PRESCRIPTION: "Formation à la prescription des vaccins",
  VACCINATION_ADMINISTRATION: "Formation à l'administration des vaccins",
  VACCINATION_DECLAREE_ORDRE: "Activité de vaccination déclarée à l'Ordre",
  VACCINATION_GRIPPE_AUTORISATION_ARS: "Autorisation de l'ARS pour l'expérimentation de 2017",
  TROD_ANGINE: "Formation au test d'angine et à la délivrance sans ordonnance",
  TROD_CYSTITE: "Formation au test urinaire et à la délivrance sans ordonnance",
  PROTOCOLE_ODYNOPHAGIE: "Formation au protocole odynophagie",
  PROTOCOLE_CYSTITE: "Formation au protocole cystite",
  PROTOCOLE_LOMBALGIE: "Formation au protocole douleur lombaire aiguë",
  PROTOCOLE_CHEVILLE: "Formation au protocole traumatisme de la cheville",
  PROTOCOLE_RHINITE: "Formation au protocole rhino-conjonctivite allergique",
  PROTOCOLE_VARICELLE: "Formation au protocole varicelle de l'enfant",
  PROTOCOLE_INSUFFISANCE_CARDIAQUE: "Formation au protocole insuffisance cardiaque",
  ASALEE: "Formation ASALEE",
  CERTIFICAT_DECES: "Formation au certificat de décès",
  CERTIFICAT_DECES_LISTE_ORDRE: "Inscription sur la liste de l'Ordre pour les certificats de décès",
  KIT_COLORECTAL: "Formation à la remise du kit de dépistage du cancer colorectal",
  ACCES_DIRECT_CPTS_LISTE_ARS: "Inscription sur la liste de l'ARS pour l'accès direct en CPTS",
};

/** The catalogue asks to belong to a declared team as it asks for a training. */
const EQUIPE = "EQUIPE_PROTOCOLE_";

/** The name of an authorisation; one that we do not know yet is called by its code, made readable. */
export function libelleHabilitation(code: string): string {
  if (code.startsWith(EQUIPE)) return `Membre d'une équipe déclarée pour le protocole ${code.slice(EQUIPE.length)}`;
  const lisible = code.toLowerCase().replaceAll("_", " ");
  return LIBELLES[code] ?? lisible.charAt(0).toUpperCase() + lisible.slice(1);
}

/** An authorisation as the API shows it. */
export const decrireHabilitation = ({ code, depuis, jusquA, organisme, source }: LigneHabilitation): Habilitation => ({
  code,
  libelle: libelleHabilitation(code),
  depuis,
  jusquA,
  organisme,
  source,
});
