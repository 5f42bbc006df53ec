import type { Sql } from "@coordination/database";
import { saisieInvalide } from "@coordination/server-kit";
import { TypeStructure } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { estCibleDeSoins } from "../structure/coordination.rule.ts";
import { Besoin, type CandidatStructure, CandidatsStructures, type CriteresBesoin } from "./besoin.type.ts";
import { type CandidatTrouve, findCandidats, findSasDe } from "./candidats.repository.ts";
import { MOTIF_DU_SAS, proposeLeSas } from "./dernier-recours.rule.ts";
import { exigeUneCibleDeSoins, motifsDe } from "./motifs.rule.ts";

const PREMIERS_MAXIMUM = 200;
const NON_SOIGNANTS = Object.values(TypeStructure).filter((type) => !estCibleDeSoins({ type }));

@Resolver(() => Besoin)
export class BesoinResolver {
  @FieldResolver(() => CandidatsStructures, {
    nullable: true,
    description:
      "Les structures demandées autour de la commune, les plus proches d'abord, au plus `premiers` (200 au plus) ; aucune pour une urgence vitale. " +
      "Un DAC ou une CPTS n'est jamais retenu pour un soin. Quand aucune ne répond à un soin pressant, même si aucune n'était demandée, le SAS du département. Nul quand la recherche a échoué.",
  })
  @Directive('@listSize(slicingArguments: ["premiers"], sizedFields: ["elements"], requireOneSlicingArgument: false)')
  @Directive(
    '@requires(fields: "criteres { codeInsee typesStructure categories rayonKm modalites nature urgence profil { age sansMedecinTraitant ald isole } }")',
  )
  async candidatsStructures(
    @Root() { criteres }: Besoin,
    @Arg("premiers", () => Int, { defaultValue: PREMIERS_MAXIMUM, description: "Nombre de candidates, de 1 à 200." })
    premiers: number,
    @Arg("ecartes", () => Boolean, {
      defaultValue: false,
      description: "Rendre aussi les structures écartées, avec leur motif.",
    })
    ecartes: boolean,
    @Ctx() { sql, aujourdhui }: Contexte,
  ): Promise<CandidatsStructures | null> {
    if (premiers < 1 || premiers > PREMIERS_MAXIMUM) {
      throw saisieInvalide("premiers", `« premiers » doit être compris entre 1 et ${PREMIERS_MAXIMUM}.`);
    }
    if (criteres === null || criteres === undefined) return null;
    if (criteres.urgence === "VITALE") return { elements: [], tronque: false };
    const { codeInsee, rayonKm, typesStructure, categories, nature, modalites } = criteres;
    const trouves = await findCandidats(sql, {
      codeInsee,
      rayonKm,
      types: typesStructure,
      categories,
      exclus: exigeUneCibleDeSoins(nature) ? NON_SOIGNANTS : [],
      avecExclus: ecartes,
      medicobus: typesStructure.includes("MEDICOBUS") || modalites.includes("ALLER_VERS"),
      jour: aujourdhui,
      limite: premiers + 1,
    });
    const elements = trouves.slice(0, premiers).map((trouve) => enCandidat(trouve, criteres));
    const sas = await candidatsDuSas(sql, criteres, elements);
    return { elements: [...elements, ...sas].slice(0, premiers), tronque: trouves.length > premiers };
  }
}

/** The SAS of the département, when nothing else answers and the rule says so. */
async function candidatsDuSas(
  sql: Sql,
  { codeInsee, nature, urgence }: CriteresBesoin,
  candidats: readonly CandidatStructure[],
): Promise<CandidatStructure[]> {
  const retenues = candidats.filter(({ retenu }) => retenu).length;
  if (!proposeLeSas({ nature, urgence, retenues })) return [];
  return (await findSasDe(sql, codeInsee)).map((sas) => ({
    ...sas,
    retenu: true,
    complementaire: true,
    motifs: [MOTIF_DU_SAS],
  }));
}

function enCandidat(
  { structure, distanceKm, parCategorie, passage, soinsNonProgrammes }: CandidatTrouve,
  { nature, profil }: CriteresBesoin,
): CandidatStructure {
  const motifs = motifsDe({ nature, personne: profil, structure, parCategorie, passage, soinsNonProgrammes });
  return {
    structure,
    distanceKm,
    complementaire: passage !== null,
    motifs,
    retenu: !motifs.some(({ effet }) => effet === "EXCLUANT"),
  };
}
