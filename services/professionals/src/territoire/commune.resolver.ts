import { estUnRayon, RAYON_HORS_BORNES } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, Float, ID, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { decrireProfession } from "../professionnel/profession.ts";
import { Commune } from "./commune.type.ts";
import type { LigneOffre } from "./offre.repository.ts";
import { OffreProfession } from "./offre.type.ts";

/** How many people make a choice. */
const ASSEZ = 3;
/** Communes that share a centre have people at no distance, whom radius 0, the commune itself, does not find. */
const RAYON_PROPOSE_AU_MOINS = 0.1;
const RAYON_OU_COMMUNE = `${RAYON_HORS_BORNES} 0 : la commune même.`;

@Resolver(() => Commune)
export class CommuneResolver {
  @FieldResolver(() => [OffreProfession], {
    description:
      "L'offre de la commune et alentour : nombre de personnes par profession, combien acceptent de nouveaux patients, la plus proche. Sans `professions`, celles que l'on y trouve.",
  })
  @Directive("@cost(weight: 5)")
  @Directive("@listSize(assumedSize: 30)")
  async offre(
    @Root() { codeInsee }: Commune,
    @Arg("professions", () => [ID], { nullable: true, description: "Codes des professions." })
    professions: string[] | null,
    @Arg("rayonKm", () => Float, {
      defaultValue: 0,
      description: "Autour du centre, à vol d'oiseau ; 0 : dans la commune même.",
    })
    rayonKm: number,
    @Ctx() { loaders }: Contexte,
  ): Promise<OffreProfession[]> {
    if (rayonKm !== 0 && !estUnRayon(rayonKm)) throw saisieInvalide("rayonKm", RAYON_OU_COMMUNE);
    const lignes = await loaders.offres.load({ codeInsee, professions: professions ?? null, rayonKm });
    return lignes.map(decrireOffre);
  }
}

function decrireOffre({ profession, nombre, acceptantNouveauxPatients, plusProches }: LigneOffre): OffreProfession {
  const troisieme = plusProches[ASSEZ - 1];
  return {
    profession: decrireProfession(profession),
    nombre,
    acceptantNouveauxPatients,
    plusProcheKm: plusProches[0] ?? null,
    // To the tenth above, so that a search at this radius finds them.
    rayonProposeKm:
      nombre === 0 && troisieme !== undefined ? Math.max(Math.ceil(troisieme * 10) / 10, RAYON_PROPOSE_AU_MOINS) : null,
  };
}
