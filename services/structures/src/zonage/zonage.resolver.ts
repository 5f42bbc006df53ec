import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { enregistrerZonage } from "./enregistrer-zonage.action.ts";
import { EnregistrerZonageInput } from "./zonage.input.ts";
import { Zonage } from "./zonage.type.ts";

@Resolver(() => Commune)
export class ZonageResolver {
  @FieldResolver(() => [Zonage], {
    description:
      "Ses classements en vigueur ce jour-là, un par profession ; vide quand aucun n'est enregistré, ce qui ne dit pas qu'elle est hors zone.",
  })
  @Directive("@listSize(assumedSize: 5)")
  zonages(
    @Root() { codeInsee }: Commune,
    @Arg("profession", () => ID, { nullable: true, description: "Code de la profession ; toutes par défaut." })
    profession: string | null,
    @Arg("enVigueurLe", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." })
    enVigueurLe: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Zonage[]> {
    return loaders.zonagesByCommune({ profession: profession ?? null, le: enVigueurLe ?? aujourdhui }).load(codeInsee);
  }

  @Mutation(() => Commune, {
    description:
      "Enregistre le classement d'une commune pour une profession ; le précédent s'arrête la veille. Profil « agence ».",
  })
  async enregistrerZonage(
    @Arg("input", () => EnregistrerZonageInput, { description: "Le classement." }) input: EnregistrerZonageInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Commune> {
    const codeInsee = await enregistrerZonage(contexte, input, cle);
    contexte.oublier();
    const commune = await contexte.loaders.communeByCode.load(codeInsee);
    if (commune === null) throw new Error(`commune ${codeInsee} classée et introuvable`);
    return commune;
  }
}
