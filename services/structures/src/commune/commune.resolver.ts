import { exigerFirst, saisieInvalide } from "@coordination/server-kit";
import { GraphQLCodeInsee, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Cpts } from "../cpts/cpts.type.ts";
import { Dac } from "../dac/dac.type.ts";
import { Departement } from "../departement/departement.type.ts";
import { structuresCouvrant } from "../territoire/couvrant.ts";
import { searchCommunes } from "./commune.repository.ts";
import { AncienneCommune, Commune } from "./commune.type.ts";
import { communeDAujourdhui } from "./commune-d-hier.ts";

const CARACTERES_MINIMUM = 2;
const CARACTERES_MAXIMUM = 100;

@Resolver(() => Commune)
export class CommuneResolver {
  @Query(() => Commune, {
    nullable: true,
    description: "Une commune, par son code INSEE ; d'un code d'hier, la commune d'aujourd'hui dont il fait partie.",
  })
  commune(
    @Arg("codeInsee", () => GraphQLCodeInsee, { description: "Code INSEE, jamais un code postal." }) codeInsee: string,
    @Ctx() { loaders }: Contexte,
  ): Promise<Commune | null> {
    return communeDAujourdhui(codeInsee, loaders);
  }

  @Query(() => [Commune], {
    description:
      "Autocomplétion : nom (accents et casse tolérés), nom d'une commune d'hier qui en fait partie, ou code postal.",
  })
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  communes(
    @Arg("recherche", () => String, { description: "Début d'un nom ou d'un code postal, deux caractères au moins." })
    recherche: string,
    @Arg("first", () => Int, { defaultValue: 10, description: "Nombre de communes, 100 au plus." }) first: number,
    @Ctx() { sql }: Contexte,
  ): Promise<Commune[]> {
    if (recherche.trim().length < CARACTERES_MINIMUM) {
      throw saisieInvalide("recherche", `Donnez au moins ${CARACTERES_MINIMUM} caractères.`);
    }
    if (recherche.length > CARACTERES_MAXIMUM) {
      throw saisieInvalide("recherche", `Donnez ${CARACTERES_MAXIMUM} caractères au plus.`);
    }
    return searchCommunes(sql, recherche, exigerFirst(first));
  }

  @FieldResolver(() => String, { description: "D'où viennent sa population, ses codes postaux et son centre." })
  async source(@Root() { codeInsee }: Commune, @Ctx() { loaders }: Contexte): Promise<string | null> {
    return (await loaders.origineByCommune.load(codeInsee))?.source ?? null;
  }

  @FieldResolver(() => GraphQLIsoDate, {
    nullable: true,
    description: "Date de cette source ; nulle quand elle n'en dit pas.",
  })
  async millesime(@Root() { codeInsee }: Commune, @Ctx() { loaders }: Contexte): Promise<string | null> {
    return (await loaders.origineByCommune.load(codeInsee))?.millesime ?? null;
  }

  @FieldResolver(() => [AncienneCommune], {
    description: "Les communes d'hier qui en font partie, par nom : déléguées, associées, anciens codes.",
  })
  @Directive("@listSize(assumedSize: 2)")
  anciennes(@Root() { codeInsee }: Commune, @Ctx() { loaders }: Contexte): Promise<AncienneCommune[]> {
    return loaders.anciennesByCommune.load(codeInsee);
  }

  @FieldResolver(() => Departement, { description: "Son département." })
  departement(@Root() { codeDepartement }: Commune, @Ctx() { loaders }: Contexte): Promise<Departement | null> {
    return loaders.departementByCode.load(codeDepartement);
  }

  @FieldResolver(() => [Cpts], { description: "Les CPTS dont le territoire couvre la commune à cette date." })
  @Directive("@listSize(assumedSize: 3)")
  cpts(
    @Root() { codeInsee }: Commune,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<Cpts[]> {
    return structuresCouvrant("CPTS", codeInsee, le, contexte);
  }

  @FieldResolver(() => [Dac], {
    description:
      "Les DAC compétents à cette date ; un DAC dont personne n'a déclaré le territoire couvre son département.",
  })
  @Directive("@listSize(assumedSize: 2)")
  dac(
    @Root() { codeInsee }: Commune,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<Dac[]> {
    return structuresCouvrant("DAC", codeInsee, le, contexte);
  }
}
