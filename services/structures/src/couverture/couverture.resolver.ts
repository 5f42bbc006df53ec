import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Departement } from "../departement/departement.type.ts";
import { Region } from "../region/region.type.ts";
import { CommuneConnection } from "./commune-connection.type.ts";
import { pageDeCommunesSansCpts } from "./communes-sans-cpts.ts";
import type { Maille } from "./couverture.repository.ts";
import { Couverture } from "./couverture.type.ts";

const DESCRIPTION =
  "Part de la population des communes d'au moins un territoire de CPTS dont le fonctionnement est déclaré.";

@Resolver(() => Departement)
export class CouvertureDeDepartementResolver {
  @FieldResolver(() => Couverture, { description: DESCRIPTION })
  couvertureCpts(
    @Root() { code }: Departement,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<Couverture> {
    return couvertureDe("departement", code, le, contexte);
  }

  @FieldResolver(() => CommuneConnection, {
    description:
      "Les communes qu'aucune CPTS en fonctionnement ne couvre à cette date ; de Paris, Lyon ou Marseille, les arrondissements laissés de côté.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  communesSansCpts(
    @Root() { code }: Departement,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "Taille de la page, 100 au plus." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de fin de la page précédente." }) after:
      | string
      | null,
    @Ctx() contexte: Contexte,
  ): Promise<CommuneConnection> {
    return pageDeCommunesSansCpts(code, { le, first, after }, contexte);
  }
}

@Resolver(() => Region)
export class CouvertureDeRegionResolver {
  @FieldResolver(() => Couverture, { description: DESCRIPTION })
  couvertureCpts(
    @Root() { code }: Region,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<Couverture> {
    return couvertureDe("region", code, le, contexte);
  }
}

async function couvertureDe(
  maille: Maille,
  code: string,
  demande: string | null,
  { loaders, aujourdhui }: Contexte,
): Promise<Couverture> {
  const le = demande ?? aujourdhui;
  const populations = await loaders.couverture({ le, maille }).load(code);
  const { populationCouverte, populationTotale } = populations ?? { populationCouverte: 0, populationTotale: 0 };
  const taux = populationTotale === 0 ? 0 : populationCouverte / populationTotale;
  return { populationCouverte, populationTotale, taux, le };
}
