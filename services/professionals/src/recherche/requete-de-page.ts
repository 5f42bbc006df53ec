import { instantInJson } from "@coordination/database";
import { REPERES_DE_SITUATION } from "../situation/situation.repository.ts";
import { autour } from "./autour.ts";
import { changements, ecrirePeriode } from "./changements.ts";
import { demandeUneDeclaration, ecrireConditions } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import { ecrireNommes } from "./noms.ts";
import { NOM_FREQUENT_AU_DELA_DE, parcourir } from "./noms-frequents.ts";
import { ecrireOrdre, ecrireSuite, lesNoms, lesPerimeesEnDernier, ordreDe, sansLesPerimees } from "./ordre.ts";
import type { Parametres } from "./parametres.ts";
import type { QuestionDePage } from "./question.ts";
import { ecrireComptes } from "./requete-de-compte.ts";
import { filtrer, parNom, reunir, type Source, type Travail } from "./sources.ts";

interface Options {
  /** Limits the search to one structure, in SQL. */
  readonly structure?: string;
  /** Counts too, in `k_compte` of the first row: of a search by name, whose names are then looked up once for both. */
  readonly compte?: VoulusDeCompte | null;
  /** How a name that may be frequent is read: its people are no more than so many (`k_nommes` tells how many), or it is. */
  readonly frequence?: "INCONNUE" | "FREQUENT";
}

/** What is counted: who answers, or each value of the facets too. */
export type VoulusDeCompte = "TOTAL" | "FACETTES";

/**
 * One page of the people who answer, each once, in one statement: the people of the page first, on indexes, then the columns
 * that the query asks, for them only.
 */
export function ecrirePage(question: QuestionDePage, parametres: Parametres, options: Options = {}): string {
  const { structure = null, compte = null, frequence = null } = options;
  const { criteres, selection, limite, apres, moment } = question;
  const ordre = ordreDe(criteres);
  const enDernier = lesPerimeesEnDernier(ordre);
  const morceaux = ecrireConditions(criteres, moment, parametres);
  const dansElle = structure === null ? [] : [`s.structure_id = ${structure}`];
  const travail: Travail = {
    ...morceaux,
    surLaLigne: [...morceaux.surLaLigne, ...dansElle],
    perimee: enDernier ? morceaux.ecrirePerimee() : () => "false",
    enDernier,
    ordre: ecrireOrdre(ordre),
    ordreDePhase: ecrireOrdre(sansLesPerimees(ordre)),
    suite: ecrireSuite(ordre, apres, parametres),
    taille: parametres.lier(limite),
  };
  const periode = ecrirePeriode(question, parametres);
  const suivi = periode !== null;
  const source = (): Source => {
    if (periode !== null) return changements(travail, periode);
    if (frequence === "FREQUENT") return parcourir(travail, question, parametres);
    const auPlus = frequence === null ? null : NOM_FREQUENT_AU_DELA_DE + 1;
    if (criteres.nom !== null) return parNom(travail, ecrireNommes(question, parametres, auPlus));
    if (criteres.proximite !== null && criteres.tri !== "NOM") return autour(travail, reperesSuffisent(question));
    return structure !== null || estSelective(criteres) ? reunir(travail) : filtrer(travail, criteres.filtre);
  };
  const { avec, depuis, avecReperes = false } = source();
  const noms = lesNoms(ordre);
  const comptes = compte === null ? null : ecrireComptes(question, compte === "FACETTES", parametres, travail);
  const compter = comptes === null ? [] : [...comptes.avec, `compte as (${comptes.comptes})`];
  const etapes = [...avec, ...compter];
  return `
    ${etapes.length === 0 ? "" : `with ${etapes.join(", ")}`}
    select ${selection.colonnes}, t.situation_id as k_situation, t.distance as k_distance, t.score as k_score, t.perimee as k_perimee
           ${frequence === "INCONNUE" ? ", (select count(*) from nomme) as k_nommes" : ""}
           ${noms ? ", t.nom as k_nom, t.prenom as k_prenom" : ""}${suivi ? `, ${instantInJson("t.quand")} as k_quand` : ""}
           ${comptes === null ? "" : `, case row_number() over (order by ${travail.ordre}) when 1 then (select json_agg(compte) from compte) end as k_compte`}
    from (select t.id, t.situation_id, t.distance, t.score, t.perimee${avecReperes ? LES_REPERES : ""}${noms ? ", t.nom, t.prenom" : ""}${suivi ? ", t.quand" : ""} from ${depuis}
          where ${travail.suite} order by ${travail.ordre} limit ${travail.taille}) t
    join professionnel p on p.id = t.id
    ${selection.situation !== null ? `${avecReperes ? SANS_RELIRE : RELIRE} ${selection.jointures}` : ""}
    order by ${travail.ordre}`;
}

const LES_REPERES = REPERES_DE_SITUATION.map((colonne) => `, t.${colonne}`).join("");
/** How `s` comes for the columns that the query asks: from the table, or from what was found when that is enough. */
const RELIRE = "join situation s on s.id = t.situation_id";
const SANS_RELIRE = `cross join lateral (select t.situation_id as id, t.id as professionnel_id${LES_REPERES}) s`;

const reperesSuffisent = ({ criteres, selection }: QuestionDePage): boolean =>
  selection.reperesSeuls && demandeUneDeclaration(criteres.filtre);

/** Few activities answer, whatever the directory holds: they are gathered without a second thought. */
const estSelective = ({ filtre }: CriteresRecherche): boolean => typeof filtre.structureId === "string";
