import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import type { LigneEquipe } from "../equipe/equipe.repository.ts";
import { EquipeProtocole } from "../equipe/equipe.type.ts";
import { Professionnel } from "./professionnel.type.ts";

@Resolver(() => Professionnel)
export class ProfessionnelResolver {
  @FieldResolver(() => [EquipeProtocole], {
    description: "Les équipes de protocole dont la personne est membre à cette date, délégante ou déléguée.",
  })
  @Directive("@listSize(assumedSize: 3)")
  equipesProtocole(
    @Root() { id }: Professionnel,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<LigneEquipe[]> {
    return loaders.equipesByProfessionnel.load({ id, le: le ?? aujourdhui });
  }
}
