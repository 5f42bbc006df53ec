import type { CriteresRecherche } from "./criteres.ts";
import { ecrireDemande, SCORE_DES_DEBUTS, SCORE_DES_MOTS_ENTIERS } from "./noms.ts";
import { ecrireOrdre, ecrireSuite, ordreDe, sansLeScore } from "./ordre.ts";
import type { Parametres } from "./parametres.ts";
import type { QuestionDePage } from "./question.ts";
import { ecrireReperes } from "./reperes.ts";
import { parNom, type Source, saMieuxPlacee, type Travail } from "./sources.ts";

/** A name that more people than this answer to is frequent: « mar » begins the name of a hundred thousand people. */
export const NOM_FREQUENT_AU_DELA_DE = 10_000;

/**
 * Whether a page may be found by walking along the names, were the name frequent: nothing else is asked than one thing that
 * the people's marks tell, so that whoever is met on the walk nearly always answers.
 */
export function peutSeParcourir({ nom, proximite, tri, filtre }: CriteresRecherche): boolean {
  const demandes = Object.entries(filtre).filter(([, valeur]) => valeur !== null && valeur !== undefined);
  return (
    nom !== null &&
    proximite === null &&
    tri === "PERTINENCE" &&
    demandes.length <= 1 &&
    demandes.every(([champ]) => champ === "departements" || champ === "professions")
  );
}

/**
 * The page of a frequent name: those who have its words whole, whom the index finds; then, until the page is full, those who
 * have the beginnings, met in the order of the names (« is true » keeps the planner from the indexes of words and marks,
 * which would bring everybody). Reading and sorting them all takes a hundred times longer.
 */
export function parcourir(travail: Travail, { criteres, apres }: QuestionDePage, parametres: Parametres): Source {
  const reperes = ecrireReperes(criteres.filtre, parametres);
  const entiers = `${ecrireDemande(criteres.nom ?? "", parametres)},
    nomme as materialized (
      select p.id, p.nom, p.prenom, ${SCORE_DES_MOTS_ENTIERS} as score
      from demande join professionnel p on p.mots @@ demande.entiers where ${["p.ferme_le is null", ...reperes].join(" and ")}
    )`;
  const { avec, depuis } = parNom(travail, entiers);
  const ordre = sansLeScore(ordreDe(criteres));
  // The first key of the cursor is the score, as the order writes it: a later page may be past the whole words.
  const suite = ecrireSuite(ordre, apres?.[0] === -SCORE_DES_DEBUTS ? apres.slice(1) : null, parametres);
  const commence = ["p.mots @@ (select debuts from demande)", "not p.mots @@ (select entiers from demande)"];
  const rencontres = `
    select p.id, p.nom, p.prenom, ${SCORE_DES_DEBUTS}::float8 as score, a.* from professionnel p cross join lateral (
      ${saMieuxPlacee(travail, "p")}) a
    where p.ferme_le is null and (${[...reperes, ...commence].join(" and ")}) is true`;
  return {
    avec,
    depuis: `(select t.* from (
        (select t.* from ${depuis} where ${travail.suite} order by ${travail.ordre} limit ${travail.taille})
        union all
        (select t.* from (${rencontres}) t where ${suite} order by ${ecrireOrdre(ordre)} limit ${travail.taille})) t
      limit ${travail.taille}) t`,
  };
}
