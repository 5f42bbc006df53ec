import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Region } from "../region/region.type.ts";
import { enregistrerIndicateur } from "./enregistrer-indicateur.action.ts";
import { EnregistrerIndicateurInput } from "./indicateur.input.ts";
import { findIndicateursNationaux } from "./indicateur.repository.ts";
import { Indicateur } from "./indicateur.type.ts";

@Resolver(() => Region)
export class IndicateurResolver {
  @Query(() => [Indicateur], {
    description:
      "Indicateurs relevés (source et date), jamais mêlés aux valeurs calculées ; nationaux quand `region` est absent.",
  })
  @Directive("@listSize(assumedSize: 50)")
  indicateurs(
    @Arg("region", () => ID, { nullable: true, description: "Code INSEE de la région." }) region: string | null,
    @Arg("le", () => GraphQLIsoDate, {
      nullable: true,
      description: "La dernière valeur relevée ce jour-là ou avant ; aujourd'hui par défaut.",
    })
    le: string | null,
    @Ctx() { sql, loaders, aujourdhui }: Contexte,
  ): Promise<Indicateur[]> {
    const jour = le ?? aujourdhui;
    return typeof region === "string"
      ? loaders.indicateursByRegion({ le: jour }).load(region)
      : findIndicateursNationaux(sql, jour);
  }

  @FieldResolver(() => [Indicateur], {
    name: "indicateurs",
    description: "Ses indicateurs relevés (source et date), jamais mêlés aux valeurs calculées.",
  })
  @Directive("@listSize(assumedSize: 50)")
  indicateursDeRegion(
    @Root() { code }: Region,
    @Arg("le", () => GraphQLIsoDate, {
      nullable: true,
      description: "La dernière valeur relevée ce jour-là ou avant ; aujourd'hui par défaut.",
    })
    le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Indicateur[]> {
    return loaders.indicateursByRegion({ le: le ?? aujourdhui }).load(code);
  }

  @Mutation(() => Indicateur, { description: "Enregistre un chiffre relevé dans un document. Profil « agence »." })
  enregistrerIndicateur(
    @Arg("input", () => EnregistrerIndicateurInput, { description: "Le chiffre." }) input: EnregistrerIndicateurInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Indicateur> {
    return enregistrerIndicateur(contexte, input, cle);
  }
}
