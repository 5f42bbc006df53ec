export const FONDEMENTS = [
  "EQUIPE_DE_SOINS",
  "CONSENTEMENT",
  "PERSONNE_HORS_D_ETAT",
  "SANS_DONNEE_NOMINATIVE",
] as const;
export type FondementPartage = (typeof FONDEMENTS)[number];

export const NATURES_DE_CONSENTEMENT = ["NON_OPPOSITION", "CONSENTEMENT_PREALABLE", "PERSONNE_HORS_D_ETAT"] as const;
export type NatureConsentement = (typeof NATURES_DE_CONSENTEMENT)[number];
type StatutConsentement = "DONNE" | "REFUSE" | "RETIRE";

/** À qui l'on parlerait de la personne. */
export interface Lecteur {
  readonly professionnelId: string | null;
  readonly structureIds: readonly string[];
  readonly equipeId: string | null;
}

export interface Adhesion {
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  readonly depuis: string;
  readonly jusquA: string | null;
}

export interface DestinataireNomme {
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  readonly equipeId: string | null;
}

/** Ce que la personne a dit, ou ce qui a été constaté d'elle ; sans destinataire : tout le cercle. */
export interface Parole {
  readonly nature: NatureConsentement;
  readonly statut: StatutConsentement;
  readonly destinataires: readonly DestinataireNomme[];
  readonly recueilliLe: string;
  readonly retireLe: string | null;
  /** L'instant où un accord prend fin, exclu ; nul : jusqu'à ce que la personne dise autre chose. */
  readonly valableJusquAu: string | null;
}

export interface FaitsDePartage {
  readonly membres: readonly Adhesion[];
  readonly consentements: readonly Parole[];
}

const instant = (le: string): number => Date.parse(le);

const designe = ({ professionnelId, structureId, equipeId }: DestinataireNomme, lecteur: Lecteur): boolean =>
  (professionnelId !== null && professionnelId === lecteur.professionnelId) ||
  (structureId !== null && lecteur.structureIds.includes(structureId)) ||
  (equipeId !== null && equipeId === lecteur.equipeId);

/** Vrai pendant la période d'adhésion, son début compris, sa fin exclue. */
export const estEnCours = ({ depuis, jusquA }: Pick<Adhesion, "depuis" | "jusquA">, maintenant: Date): boolean =>
  instant(depuis) <= maintenant.getTime() && (jusquA === null || maintenant.getTime() < instant(jusquA));

/** Vrai d'un accord dont le terme, fixé quand il a été donné, est atteint. */
export const estExpire = ({ statut, valableJusquAu }: Pick<Parole, "statut" | "valableJusquAu">, maintenant: Date) =>
  statut === "DONNE" && valableJusquAu !== null && instant(valableJusquAu) <= maintenant.getTime();

/**
 * La dernière parole l'emporte ; deux paroles du même instant : celle qui protège. Un accord expiré ne dit plus rien, et ceux d'avant
 * lui ne revivent pas : la personne avait borné le sien. Un refus d'avant lui, si.
 */
function derniereParole(paroles: readonly Parole[], maintenant: Date): boolean | null {
  const protection = (parole: Parole): number =>
    parole.statut !== "DONNE" ? 0 : estExpire(parole, maintenant) ? 1 : 2;
  const rangees = paroles.toSorted(
    (une, autre) =>
      instant(autre.retireLe ?? autre.recueilliLe) - instant(une.retireLe ?? une.recueilliLe) ||
      protection(une) - protection(autre),
  );
  const rang = rangees.findIndex((parole) => !estExpire(parole, maintenant));
  const derniere = rangees[rang];
  if (derniere === undefined) return null;
  if (derniere.statut !== "DONNE") return false;
  return rang === 0 ? true : null;
}

/**
 * Ce qui permet de dire à ce lecteur de qui il s'agit ; calculé, jamais déclaré.
 * Dans l'équipe de soins, information et droit d'opposition ; hors d'elle, consentement préalable (CSP L.1110-4 et L.1110-12 ;
 * décrets 2016-994 et 2016-996 ; domaine §3.4, relu le 2026-11-22). Un refus ou un retrait sans destinataire vaut pour tous ; un accord sans
 * destinataire ne vaut que pour le cercle. Un accord borné ne vaut que jusqu'à son terme, exclu. Un refus exprimé l'emporte sur l'impossibilité de s'exprimer constatée après lui.
 */
export function fondementDuPartage(
  { membres, consentements }: FaitsDePartage,
  lecteur: Lecteur,
  maintenant: Date,
): FondementPartage {
  const membre = membres.some(
    (adhesion) => estEnCours(adhesion, maintenant) && designe({ ...adhesion, equipeId: null }, lecteur),
  );
  return fondementDuMembre({ soignant: membre, membre }, consentements, lecteur, maintenant);
}

/** Le même, quand on sait déjà si le lecteur est au cercle ; un proche y est sans être soignant. */
export function fondementDuMembre(
  { soignant, membre }: { readonly soignant: boolean; readonly membre: boolean },
  consentements: readonly Parole[],
  lecteur: Lecteur,
  maintenant: Date,
): FondementPartage {
  const valent = consentements.filter(
    ({ recueilliLe, statut, destinataires }) =>
      instant(recueilliLe) <= maintenant.getTime() &&
      (destinataires.length === 0
        ? membre || statut !== "DONNE"
        : destinataires.some((destinataire) => designe(destinataire, lecteur))),
  );
  const exprimees = valent.filter(({ nature }) => nature !== "PERSONNE_HORS_D_ETAT");
  if (derniereParole(exprimees, maintenant) === false) return "SANS_DONNEE_NOMINATIVE";
  if (soignant) return "EQUIPE_DE_SOINS";
  const prealables = exprimees.filter(({ nature }) => nature === "CONSENTEMENT_PREALABLE");
  if (derniereParole(prealables, maintenant) === true) return "CONSENTEMENT";
  const horsDEtat = consentements.some(
    (parole) =>
      parole.nature === "PERSONNE_HORS_D_ETAT" &&
      parole.statut === "DONNE" &&
      instant(parole.recueilliLe) <= maintenant.getTime() &&
      !estExpire(parole, maintenant),
  );
  return horsDEtat ? "PERSONNE_HORS_D_ETAT" : "SANS_DONNEE_NOMINATIVE";
}

const ACCEPTEES: ReadonlySet<string> = new Set(["ACCEPTEE", "PRISE_EN_CHARGE", "TERMINEE"]);

/** Ce qui nomme se lit après l'acceptation, sur un fondement ; avant elle, dans la seule équipe de soins. */
export const seLit = (fondement: FondementPartage, statutOrientation: string): boolean =>
  fondement === "EQUIPE_DE_SOINS" || (fondement !== "SANS_DONNEE_NOMINATIVE" && ACCEPTEES.has(statutOrientation));
