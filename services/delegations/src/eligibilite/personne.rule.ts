import { appliquer, type Condition, conjuguer, type Eligibilite, type Regle, type Verdict } from "@coordination/rules";
import type { ConditionDelegation, Delegation, EpreuvePersonne } from "../catalogue/delegation.ts";
import { constaterEpreuve, jugerEpreuve, porteSurLaPersonne } from "./epreuve.rule.ts";
import type { FaitsPersonne } from "./faits.ts";
import { enVigueur } from "./vigueur.rule.ts";

/** La moitié d'une délégation qui se juge sans connaître le professionnel : la personne, l'acte, le lieu, la date. */

type ConditionPersonne = ConditionDelegation & { readonly epreuve: EpreuvePersonne };

/**
 * Juge une délégation pour une personne, un acte, un lieu et une date ; toutes les conditions sont rendues.
 * Une fiche à vérifier s'arrête à INCONNU ; celles que seul le professionnel peut vérifier n'entrent pas dans ce verdict.
 */
export const eligibilitePersonne = (delegation: Delegation, faits: FaitsPersonne): Eligibilite =>
  appliquer(reglePersonne(delegation, faits.acte), faits);

/** La règle d'une délégation pour un de ses actes, telle qu'on l'évalue et qu'on l'imprime. */
function reglePersonne(delegation: Delegation, acte: string): Regle<FaitsPersonne> {
  return {
    regle: delegation.code,
    intitule: `${delegation.intitule} : la personne, l'acte, le lieu et la date conviennent quand`,
    source: sourceDe(delegation),
    relueLe: relueLe(delegation),
    conditions: [
      acteCouvert(delegation),
      enVigueur(delegation),
      ...delegation.conditions.filter(estSurLaPersonne).filter(concerne(acte)).map(conditionDeLaFiche),
      ...(estAVerifier(delegation) ? [ficheAVerifier] : []),
    ],
  };
}

/** Les textes d'une délégation en une ligne ; elle dit quand leurs conditions n'y ont pas encore été relues. */
export function sourceDe(delegation: Delegation): string {
  const textes = delegation.fondements.map(({ texte }) => texte).join(" ; ");
  return estAVerifier(delegation) ? `${textes} (à vérifier sur le texte)` : textes;
}

/** Le jour de la relecture, ou à défaut celui où la fiche a été établie. */
export const relueLe = ({ relecture, etablieLe }: Delegation): string => relecture.relueLe ?? etablieLe;

export const estAVerifier = ({ relecture }: Delegation): boolean => relecture.niveau === "A_VERIFIER";

/** Une condition limitée à certains actes ne concerne pas les autres. */
export const concerne =
  (acte: string) =>
  ({ actes }: ConditionDelegation): boolean =>
    actes.length === 0 || actes.includes(acte);

const estSurLaPersonne = (condition: ConditionDelegation): condition is ConditionPersonne =>
  porteSurLaPersonne(condition.epreuve);

const acteCouvert = ({ actes }: Delegation): Condition<FaitsPersonne> => ({
  code: "ACTE",
  libelle: `l'acte est couvert par cette délégation : ${actes.map(({ libelle }) => libelle).join(", ")}`,
  evaluer: ({ acte }) => (actes.some(({ code }) => code === acte) ? "OUI" : "NON"),
});

/** Ce qui arrête à INCONNU tout verdict rendu sur une fiche qui n'a pas encore été relue. */
export const ficheAVerifier: Condition<unknown> = {
  code: "RELECTURE",
  libelle: "les conditions ont été relues sur le texte",
  evaluer: () => "INCONNU",
  constat: () => "à vérifier sur le texte",
};

function conditionDeLaFiche(condition: ConditionPersonne): Condition<FaitsPersonne> {
  return {
    code: condition.code,
    libelle: condition.libelle,
    evaluer: (faits) => juger(condition, faits),
    constat: (faits) => constater(condition, faits),
  };
}

/** « Quand tel cas se présente, alors telle chose » ; une condition qui ne limite qu'un geste n'exclut pas l'acte entier. */
function juger({ quand, epreuve, geste }: ConditionPersonne, faits: FaitsPersonne): Verdict {
  const cas = conjuguer(quand.map((un) => jugerEpreuve(un, faits)));
  const tenue = impliquer(cas, jugerEpreuve(epreuve, faits));
  return tenue === "NON" && geste !== null ? "INCONNU" : tenue;
}

function impliquer(cas: Verdict, alors: Verdict): Verdict {
  if (cas === "NON" || alors === "OUI") return "OUI";
  return cas === "OUI" ? alors : "INCONNU";
}

function constater({ quand, epreuve, geste }: ConditionPersonne, faits: FaitsPersonne): string {
  const cas = quand.map((un) => jugerEpreuve(un, faits));
  const horsCas = quand[cas.indexOf("NON")];
  if (horsCas !== undefined) return `sans objet (${constaterEpreuve(horsCas, faits)})`;
  const constat = [...quand, epreuve].map((un) => constaterEpreuve(un, faits)).join(", ");
  const gesteExclu = impliquer(conjuguer(cas), jugerEpreuve(epreuve, faits)) === "NON";
  return geste !== null && gesteExclu
    ? `${constat} : ${GESTE_EN_FRANCAIS[geste]} est exclu, les autres gestes restent à examiner`
    : constat;
}

const GESTE_EN_FRANCAIS = {
  EVALUER: "évaluer",
  PRESCRIRE: "prescrire",
  REALISER: "réaliser",
  RENOUVELER: "renouveler",
  ADAPTER: "adapter",
  DELIVRER: "délivrer",
  ORIENTER: "orienter",
  CERTIFIER: "certifier",
} as const;
