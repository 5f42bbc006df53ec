import { enFrancais } from "../eligibilite/date-francaise.ts";
import { quiVerifie } from "../eligibilite/qui-verifie.ts";
import { enVigueur } from "../eligibilite/vigueur.rule.ts";
import { decrireProfession } from "../professionnel/profession.ts";
import { lireCatalogue } from "./catalogue.ts";
import type { ConditionDelegation, Delegation } from "./delegation.ts";
import { DOSSIER_DU_PROJET, lireDossierCatalogue } from "./fichiers.ts";
import { nomenclaturesNationales } from "./nomenclatures.ts";

const NATURES: Readonly<Record<Delegation["nature"], string>> = {
  PROTOCOLE_NATIONAL: "protocole national de coopération",
  PROTOCOLE_LOCAL: "protocole local de coopération",
  COMPETENCE_PROPRE: "compétence propre",
  PRATIQUE_AVANCEE: "pratique avancée",
  ACCES_DIRECT: "accès direct",
  EXPERIMENTATION: "expérimentation",
};
const NIVEAUX: Readonly<Record<Delegation["relecture"]["niveau"], string>> = {
  TEXTE_OFFICIEL: "relue sur le texte officiel",
  SOURCES_CONCORDANTES: "relue sur des sources concordantes",
  A_VERIFIER: "**à vérifier** : elle n'atteint jamais OUI",
};
const OBJETS: Readonly<Record<ConditionDelegation["objet"], string>> = {
  PATIENT: "la personne",
  CADRE_EXERCICE: "le cadre d'exercice",
  FORMATION: "la formation",
  EQUIPE: "l'équipe",
  TERRITOIRE: "le territoire",
  PERIODE: "la période",
};

/**
 * Le catalogue du projet tel qu'une agence le relit, en Markdown : une section par délégation dans sa dernière version, et ce
 * qui reste à vérifier. Lit les fichiers ; ne dépend pas du jour, pour que la page imprimée n'en dépende pas.
 * @throws CatalogueInvalide
 */
export function pageDesDelegations(): string {
  const { delegations } = lireCatalogue(lireDossierCatalogue(DOSSIER_DU_PROJET), nomenclaturesNationales);
  const dernieres = [...new Map(delegations.map((delegation) => [delegation.code, delegation])).values()];
  return [
    `${dernieres.length} délégations, ${delegations.length} versions. Chacune se relit dans son fichier (\`services/delegations/catalogue\`) ; l'API rend les mêmes phrases.`,
    "",
    "## Ce qui reste à vérifier",
    "",
    "| délégation | intitulé | ce qui manque |",
    "| --- | --- | --- |",
    ...dernieres.flatMap(resteAVerifier),
    "",
    ...dernieres.map((delegation) => section(delegation, delegations)),
  ].join("\n");
}

/** One line a text that is not wholly read: the entry itself, or some of its sentences. */
function resteAVerifier({ code, intitule, relecture, conditions }: Delegation): string[] {
  const phrases = conditions
    .filter(({ epreuve }) => epreuve.genre === "A_VERIFIER_SUR_LE_TEXTE")
    .map(({ libelle }) => libelle);
  if (relecture.niveau !== "A_VERIFIER" && phrases.length === 0) return [];
  const manque = [...(relecture.niveau === "A_VERIFIER" ? [`toute la fiche (${relecture.source})`] : []), ...phrases];
  return [`| [${code}](#${code.toLowerCase()}) | ${intitule} | ${manque.join(" ; ")} |`];
}

function section(delegation: Delegation, toutes: readonly Delegation[]): string {
  const { code, version, intitule, nature, relecture, fondements, formation, actes } = delegation;
  const anterieures = toutes.filter((autre) => autre.code === code && autre.version < version);
  return [
    `## ${code}`,
    "",
    `**${intitule}** (${NATURES[nature]}, version ${version})`,
    "",
    delegation.resumeGrandPublic,
    "",
    `- ${quiDelegue(delegation)}`,
    `- Actes : ${actes.map(({ libelle }) => libelle).join(" ; ")}`,
    `- Formation : ${formation ?? "non précisée"}`,
    `- ${enVigueur(delegation).libelle}${delegation.debutIncertain === null ? "" : ` (début incertain : ${delegation.debutIncertain})`}`,
    ...(delegation.remplaceePar === null ? [] : [`- Remplacée par ${delegation.remplaceePar}`]),
    ...anterieures.map(
      ({ version: numero, enVigueurDepuis, enVigueurJusquA }) =>
        `- Version ${numero} : du ${enFrancais(enVigueurDepuis)}${enVigueurJusquA === null ? "" : ` au ${enFrancais(enVigueurJusquA)}`}`,
    ),
    "",
    "Conditions :",
    "",
    ...delegation.conditions.map(condition),
    "",
    "Textes :",
    "",
    ...fondements.map(
      ({ texte, article, date, url }) =>
        `- ${texte}${article === null ? "" : `, ${article}`}${date === null ? "" : ` (${enFrancais(date)})`}${url === null ? "" : ` : <${url}>`}`,
    ),
    "",
    `Relecture : ${NIVEAUX[relecture.niveau]}${relecture.relueLe === null ? "" : ` le ${enFrancais(relecture.relueLe)}`}. ${relecture.source}.`,
    "",
  ].join("\n");
}

function quiDelegue({ delegants, delegues }: Delegation): string {
  const noms = (codes: readonly string[]) => codes.map((code) => decrireProfession(code).libelle).join(", ");
  return delegants.length === 0 ? `À qui : ${noms(delegues)}` : `De ${noms(delegants)} à ${noms(delegues)}`;
}

function condition(ligne: ConditionDelegation): string {
  const actes = ligne.actes.length === 0 ? "" : ` [${ligne.actes.join(", ")}]`;
  const qui = quiVerifie(ligne) === "PROFESSIONNEL" ? " — vérifié par le professionnel au moment de l'acte" : "";
  const texte = ligne.epreuve.genre === "A_VERIFIER_SUR_LE_TEXTE" ? " — **à vérifier sur le texte**" : "";
  return `- ${OBJETS[ligne.objet]} : ${ligne.libelle}${actes}${qui}${texte} (\`${ligne.code}\`)`;
}
